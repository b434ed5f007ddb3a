/// <reference types="node" />
import { hosts, startWebmail } from './server.ts';

const { proxy } = await startWebmail();
console.log(`The stand-in webmail is behind the proxy ${proxy}. For example:

  chromium --user-data-dir=$(mktemp -d) --ignore-certificate-errors --proxy-server=${proxy} https://${hosts[0]}/
`);

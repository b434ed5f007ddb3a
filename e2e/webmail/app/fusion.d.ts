/** Fusion's modules have their types beside their older form only. */
declare module '@alifd/next/es/select' {
  export { default } from '@alifd/next/lib/select';
}
declare module '@alifd/next/es/switch' {
  export { default } from '@alifd/next/lib/switch';
}

/** A style sheet that is bundled; its text is made when it is asked for. */
declare module '*.css' {
  export default function text(): string;
}

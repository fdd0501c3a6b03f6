/** The types of what browsers and Node provide besides the language: WebAssembly, console and base64. */

export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Throws RangeError beyond the maximum. */
  grow(pages: number): number;
}
type Module = object;

interface Host {
  readonly WebAssembly: {
    readonly Memory: new (size: { initial: number; maximum: number }) => Memory;
    readonly Module: new (bytes: Uint8Array) => Module;
    readonly Instance: new (
      module: Module,
      imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) => { readonly exports: unknown };
    validate(bytes: Uint8Array): boolean;
  };
  readonly console: { warn(text: string): void };
  atob(text: string): string;
}

// TypeScript's ES libraries don't declare these globals; every host of this package has them.
export const host = globalThis as typeof globalThis & Host;

/** What browsers and Node have in common beyond the language: WebAssembly and base64. */

export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Throws RangeError where it has its maximum. */
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

// The libraries of the language itself declare neither; every host of this package has both.
export const host = globalThis as typeof globalThis & Host;

/** Lint rules: strict, type-aware over sources; the layers that ARCHITECTURE.md draws. */
import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "out/**",
      "benchmarks/results/**",
      "**/src/module/bytes.*.ts",
      "**/*.generated.ts",
      // AssemblyScript: no types that this compiler knows.
      "packages/backend-wasm/assembly/**",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    languageOptions: {
      parserOptions: { project: "./tsconfig.test.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Transforms are methods in their types, so that editors show their documentation; none of them uses `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Indexing typed arrays in loops whose bounds are known would otherwise need a branch per entry.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Shapes and numbers in messages.
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/unified-signatures": "off",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "ndarray-ops",
              message: "Its traps are handled in packages/backend-ndarray-ops/src only.",
            },
          ],
          patterns: [
            { group: ["@ndgrad/*/src/*", "@ndgrad/*/dist/*"], message: "Import the package's public index." },
          ],
        },
      ],
    },
  },
  { files: ["packages/backend-ndarray-ops/src/**"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        URL: "readonly",
        require: "readonly",
        performance: "readonly",
        Buffer: "readonly",
      },
    },
  },
);

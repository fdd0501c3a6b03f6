/** Tests run as ES modules, the module system that the packages ship, on the sources of the workspace. */
export default {
  testEnvironment: "<rootDir>/test/environment.js",
  roots: ["packages", "examples", "benchmarks", "test"].map((dir) => `<rootDir>/${dir}`),
  testMatch: ["**/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/.*/dist/"],
  maxWorkers: 2,
  // A worker that holds the memories of a hundred test files takes a while to give them back, on a busy machine longer than
  // the half second after which jest would end it and blame the tests.
  workerGracefulExitTimeout: 30_000,
  extensionsToTreatAsEsm: [".ts"],
  // Types are checked by tsc over sources and tests together: here each file is only transpiled.
  transform: {
    "^.+\\.ts$": ["ts-jest", { useESM: true, tsconfig: "tsconfig.test.json", diagnostics: false }],
  },
  moduleNameMapper: {
    "^@ndgrad/kernels/(.*)$": "<rootDir>/packages/kernels/src/$1/index.ts",
    "^@ndgrad/numerics/(.*)$": "<rootDir>/packages/numerics/src/$1/index.ts",
    "^@ndgrad/tensor-vjp/(testing|random|complex)$": "<rootDir>/packages/tensor-vjp/src/$1/index.ts",
    "^@ndgrad/tensor-vjp/(.*)$": "<rootDir>/packages/tensor-vjp/src/ops/$1/index.ts",
    "^@ndgrad/([^/]+)$": "<rootDir>/packages/$1/src/index.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
};

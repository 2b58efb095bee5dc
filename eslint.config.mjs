import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["**/dist/", "**/bin/", "**/obj/", "**/node_modules/", ".cache/", "client-extension/server/"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler knows better which globals there are.
      "no-undef": "off",
      // The test runner itself waits for its tests.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["test"] }] },
      ],
      // Numbers read well in a template: times, counts, lines.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // The compiler of the catalog reads what its own laws and schemas have typed already.
    files: ["server/**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  prettier,
);

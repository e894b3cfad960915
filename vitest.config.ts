import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const ROOT = import.meta.dirname;

/** Test files that put something else in the place of a module of `src`. */
const replacing = readdirSync(join(ROOT, "test"), { recursive: true })
	.map((name) => `test/${String(name).replaceAll("\\", "/")}`)
	.filter((name) => name.endsWith(".test.ts"))
	.filter((name) => /^vi\.mock\(/m.test(readFileSync(name, "utf8")));

/** What holds for every test; projects take nothing from their root by themselves. */
const EACH = { testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
	test: {
		globalSetup: "test/build.ts",
		// one file more than a machine of two processors would run by itself; a third slows what is timed
		maxWorkers: 2,
		projects: [
			{ test: { ...EACH, name: "source", include: replacing } },
			{
				// what `npm run build` made, as users run it: in half the time of modules that vitest translates
				resolve: {
					alias: [
						{
							find: /^(?:\.\.\/)+src\/(.*)\.ts$/,
							replacement: `${ROOT}/dist/$1.js`,
						},
					],
				},
				test: {
					...EACH,
					name: "built",
					include: ["test/**/*.test.ts"],
					exclude: replacing,
					server: { deps: { external: [/\/dist\//] } },
				},
			},
		],
	},
});

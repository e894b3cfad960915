/** How tests are run: what takes the place of modules apart, the rest on the built program; all of it, or what is long. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { LONG } from "./test/long.ts";

const ROOT = import.meta.dirname;

/** Every test file, by what stands in it. */
const files = readdirSync(join(ROOT, "test"), { recursive: true })
	.map((name) => `test/${String(name).replaceAll("\\", "/")}`)
	.filter((name) => name.endsWith(".test.ts"))
	.map((name) => ({ name, text: readFileSync(join(ROOT, name), "utf8") }));

/** Files of a test run: `npm run test:long` tries those that ask how much is to be tried. */
const asked = files.filter(({ text }) => !LONG || /\/long\.ts"/.test(text));
const namesOf = (some: typeof files) => some.map(({ name }) => name);

/** Test files that put something else in the place of a module of `src`. */
const replacing = asked.filter(({ text }) => /^vi\.mock\(/m.test(text));

/** Half an hour ends what hangs; what is slow on a busy machine is never ended. */
const AT_MOST = 1_800_000;
/** What holds for every test; projects take nothing from their root by themselves. */
const EACH = { testTimeout: AT_MOST, hookTimeout: AT_MOST } as const;

export default defineConfig({
	test: {
		globalSetup: "test/build.ts",
		// one file more than a machine of two processors would run by itself; a third slows what is timed
		maxWorkers: 2,
		projects: [
			{ test: { ...EACH, name: "source", include: namesOf(replacing) } },
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
					include: namesOf(asked.filter((file) => !replacing.includes(file))),
					// a process for many files: the program is loaded once, and is warm
					isolate: false,
					server: { deps: { external: [/\/dist\//] } },
				},
			},
		],
	},
});

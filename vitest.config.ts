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

/** Test files that share a folder through a module that they import: each has a process of its own. */
const sharing = asked.filter(({ name }) => name.startsWith("test/queue/"));

/** The rest, which leaves the process as it was. */
const others = asked.filter(
	(file) => !replacing.includes(file) && !sharing.includes(file),
);

/** Half an hour ends what hangs; what is slow on a busy machine is never ended. */
const AT_MOST = 1_800_000;
/** What holds for every test; projects take nothing from their root by themselves. */
const EACH = { testTimeout: AT_MOST, hookTimeout: AT_MOST } as const;

/** Tests of what `npm run build` made, as users run it: in half the time of modules that vitest translates. */
const built = (name: string, some: typeof files, isolate: boolean) => ({
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
		...{ name, isolate, include: namesOf(some) },
		server: { deps: { external: [/\/dist\//] } },
	},
});

export default defineConfig({
	test: {
		globalSetup: "test/build.ts",
		// one file more than a machine of two processors would run by itself; a third would only wait
		maxWorkers: 2,
		projects: [
			{ test: { ...EACH, name: "source", include: namesOf(replacing) } },
			built("queue", sharing, true),
			// a process for many files: the program is loaded once, and is warm
			built("built", others, false),
		],
	},
});

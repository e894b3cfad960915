import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/commands/all.ts";
import { BATCH_FLAGS } from "../../../src/cli/line/batch-flags.ts";
import { commandName } from "../../../src/cli/line/command.ts";
import { COMMON_FLAGS } from "../../../src/cli/line/common-flags.ts";
import type { Flags } from "../../../src/cli/line/flag.ts";
import { readOptions } from "../../../src/cli/line/read-options.ts";
import { REPLICATE_FLAGS } from "../../../src/cli/line/replicate-flags.ts";

const flags = { ...BATCH_FLAGS, replicate: REPLICATE_FLAGS.replicate };

/** What a command with the flags of a batch is given for a line. */
const read = (written: Readonly<Record<string, unknown>>) =>
	readOptions(
		{ words: {}, flags },
		{ workers: "1", out: "results", parameters: "posterior", ...written },
	);

/** Flags that show a default, with it. */
const defaultsOf = (all: Flags) =>
	Object.fromEntries(
		Object.entries(all).flatMap(([name, flag]) =>
			flag.default === undefined ? [] : [[name, flag.default]],
		),
	);

describe("the flags of a command", () => {
	it("come as numbers, words and lists; null, empty or off when they are not written", async () => {
		expect(await read({})).toMatchObject({
			...{ n: null, seed: null, without: null, set: [] },
			...{ keepPaths: false, json: false, colour: true },
		});
		const written = {
			...{ n: "6", seed: "-5", without: "trend, hoarding,trend" },
			...{ set: ["a=1"], keepPaths: true, noColor: true, replicate: "12" },
		};
		expect(await read(written)).toMatchObject({
			...{ n: 6, seed: -5, without: ["trend", "hoarding"] },
			...{ set: ["a=1"], keepPaths: true, colour: false, replicate: 12 },
		});
	});

	it("count the last time when they are written twice", async () => {
		expect((await read({ seed: ["1", "two"] })).seed).toBe("two");
	});

	it.each([
		[{ without: "trend,trnd" }, '--without is "trnd"; it must be'],
		[{ seed: "99999999999999999999" }, "it must lie within ±9007199254740991"],
		[{ seed: "x".repeat(201) }, "it may have 200 characters"],
		[{ out: "" }, "--out is empty; give a folder"],
		[{ workers: "many" }, "a whole number from 1 to 256, or auto"],
	])("%j is refused with what would do", async (written, said) => {
		await expect(read(written)).rejects.toThrow(said);
	});

	it("cannot move the cursor where a refusal repeats them", async () => {
		await expect(read({ parameters: "\u001b[31m" })).rejects.toThrow(
			'--parameters is "\\u001b[31m"; it must be',
		);
	});
});

describe.each(COMMANDS.map((one) => [commandName(one), one] as const))(
	"stibium %s",
	(_, { words, flags: own }) => {
		it("accepts the defaults that its help shows", async () => {
			const defaults = defaultsOf({ ...words, ...own });
			const options = await readOptions({ words, flags: own }, defaults);
			for (const name of Object.keys(defaults))
				expect(options, name).toHaveProperty(name, expect.anything());
		});

		it("names only flags that exist as those that exclude each other", () => {
			const names = COMMANDS.flatMap((one) => Object.keys(one.flags));
			for (const { conflicts = {} } of Object.values(own))
				expect([...names, ...Object.keys(COMMON_FLAGS)]).toEqual(
					expect.arrayContaining(Object.keys(conflicts)),
				);
		});
	},
);

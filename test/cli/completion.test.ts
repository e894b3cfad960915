import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands/all.ts";
import { answers } from "../../src/cli/completion/answer.ts";
import { commandName } from "../../src/cli/line/command.ts";
import { AT_MOST, cli, MAIN, workFolder } from "./program.ts";

const folder = workFolder();

/** What may follow a line; its last word is being written. */
async function offersFor(line: string): Promise<readonly string[]> {
	const found = await answers(line.split(" "), COMMANDS);
	return found.map(({ word }) => word);
}

/** What a real bash offers for the words of a line, the last being written. */
function bashOffers(words: readonly string[]): readonly string[] {
	const quoted = words.map((word) => `'${word}'`).join(" ");
	const script = `source <("${process.execPath}" "${MAIN}" completion)
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
"$(complete -p ${words[0]} | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
printf '%s\\n' "\${COMPREPLY[@]}"`;
	const { stdout } = spawnSync("bash", ["--norc", "-c", script], {
		...AT_MOST,
		cwd: folder,
		encoding: "utf8",
	});
	return stdout.split("\n").filter(Boolean);
}

describe("what may follow on a command line", () => {
	it("every command, each with what it does", async () => {
		const found = await answers([""], COMMANDS);
		expect(found.map(({ word }) => word)).toEqual(COMMANDS.map(commandName));
		for (const { meaning } of found) expect(meaning).not.toBe("");
	});

	it.each([
		[
			"scenarios by name, again and again",
			"compare ban-returns no-r",
			["no-restrictions"],
		],
		["no third word after the last", "find ban-returns no-r", []],
		["flags of the command and of all", "run --pre", ["--precision"]],
		["no flag of another command", "list --pre", []],
		["values of --parameters", "run x --parameters p", ["posterior", "prior"]],
		["a value behind =", "run --parameters=sc", ["--parameters=screened"]],
		[
			"a value behind = that a shell parted",
			"run --parameters = sc",
			["screened"],
		],
		[
			"mechanisms not named yet",
			"run --without grey-routes,ho",
			["grey-routes,hoarding", "grey-routes,holders"],
		],
		["kinds of chart behind the results", "chart latest ra", ["raincloud"]],
		["formats", "chart latest --format svg,p", ["svg,png", "svg,pdf"]],
		[
			"states behind a flag that takes many",
			"regret us-stockpile --against as-happened ban-",
			["ban-returns"],
		],
		[
			"paths of parameters, up to the =",
			"run x --set parameters.demand.elasticity.s",
			["parameters.demand.elasticity.short="],
		],
		["methods", "sensitivity x --method v", ["voi"]],
		["shells", "completion z", ["zsh"]],
		["nothing for a command that there is not", "rnu x", []],
	])("%s", async (_, line, words) => {
		expect(await offersFor(line)).toEqual(words);
	});

	it("after -n comes its number, then the word that was waited for", async () => {
		expect(await offersFor("run -n ")).toEqual([]);
		expect(await offersFor("run -n 100 total")).toEqual(["total-export-stop"]);
	});
});

describe("stibium completion", () => {
	it("completes commands, names and values in a real bash", () => {
		expect(bashOffers(["stibium", "comp"])).toEqual(["compare", "completion"]);
		expect(bashOffers(["stibium", "run", "ban"])).toEqual(["ban-returns"]);
		expect(bashOffers(["stibium", "run", "--seed", "="])).toEqual([]);
		expect(bashOffers(["npx", "stibium", "swe"])).toEqual(["sweep"]);
		expect(bashOffers(["npx", "other", "swe"])).toEqual([]);
	});

	it("offers results folders that have a manifest, in the folder that --out names", () => {
		mkdirSync(join(folder, "out/20261124-101500-a1b2c3"), { recursive: true });
		mkdirSync(join(folder, "out/other"));
		writeFileSync(join(folder, "out/20261124-101500-a1b2c3/manifest.json"), "");
		expect(bashOffers(["stibium", "verify", "--out", "out", ""])).toEqual([
			"latest",
			"20261124-101500-a1b2c3",
		]);
		expect(bashOffers(["stibium", "verify", ""])).toEqual([]);
	});

	it("offers no name that a shell would act on", () => {
		mkdirSync(join(folder, "scenarios"));
		writeFileSync(join(folder, "scenarios/$(touch gone).yaml"), "");
		writeFileSync(join(folder, "scenarios/mine.yaml"), "");
		const offers = bashOffers(["stibium", "check", ""]);
		expect(offers).toContain("mine");
		expect(offers.join(" ")).not.toContain("touch");
	});

	it("prints a script for zsh, and knows no other shell", async () => {
		expect((await cli(["completion", "zsh"], folder)).out).toMatch(/^#compdef/);
		const { code, talk } = await cli(["completion", "fish"], folder);
		expect([code, talk]).toEqual([2, expect.stringContaining("bash or zsh")]);
	});
});

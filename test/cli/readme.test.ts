/** Runs the commands that the pages of the repository show: the cheap ones every day, all with STIBIUM_LONG=1. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { COMMANDS } from "../../src/cli/commands/all.ts";
import { commandName } from "../../src/cli/line/command.ts";
import { COMMON_FLAGS } from "../../src/cli/line/common-flags.ts";
import { writingsOf } from "../../src/cli/line/flag.ts";
import { LONG } from "../long.ts";
import {
	type Fence,
	fencesOf,
	PAGES,
	pageAt,
	ROOT,
	spansOf,
} from "../markdown.ts";
import { HAS_REDIS } from "../queue/private-redis.ts";
import { MAIN, stibium, workFolder } from "./program.ts";

/** Milliseconds after which a line or a script hangs, however busy the machine is. */
const HANGS = 20 * 60_000;

const folder = workFolder();
writeFileSync(
	join(folder, "my-scenario.yaml"),
	"version: 1\nname: Mine\nquestion: What if?\nhorizon: {from: 2022-01, to: 2028-12}\nreference: 2026-12\n",
);

writeFileSync(
	join(folder, "record.csv"),
	"date,series,value,unit,sd,source\n2026-01,price_rotterdam_usd_t,37000,USD/t,10%,invented for a test\n",
);

const shells = PAGES.flatMap((page) => fencesOf(page)).filter(
	({ language }) => language === "sh",
);
const isCommand = (line: string) => /^(npx stibium|npm) /.test(line);
const linesOf = ({ text }: Fence): readonly string[] =>
	text
		.split("\n")
		.map((line) => line.replace(/ {2,}#.*$/, "").trim())
		.filter((line) => line !== "");
/** Lines of the blocks that list commands; the other blocks are scripts. */
const listed = shells
	.map(linesOf)
	.filter((lines) => lines.every(isCommand))
	.flat()
	.filter((line) => line.startsWith("npx stibium "));

/** The words of a line after `npx stibium`, as a shell would hand them over. */
const wordsOf = (line: string): readonly string[] =>
	(line.match(/'[^']*'|\S+/g) ?? [])
		.slice(2)
		.map((word) => word.replace(/^'(.*)'$/, "$1"));

/** Replicates and trajectories as written, and as many as a test has time for. */
const SMALL: Readonly<Record<string, string>> = { "1000": "5", "20": "1" };
/** Commands that simulate or draw for long even at small size. */
const HEAVY = new Set(
	(
		"compare report validate assimilate sensitivity sweep find regret frontier " +
		"repro doctor"
	).split(" "),
);
const isHeavy = ([name = "", ...words]: readonly string[]) =>
	HEAVY.has(name) || words.includes("--precision");
const tried = listed.filter((line) => LONG || !isHeavy(wordsOf(line)));

/** Parts the answers of one line from those of the next. */
const END = "\0";
const LINES_RUNNER = join(import.meta.dirname, "run-lines.mjs");

/** How a line ended: its answer with the exit code behind it, and its talk. */
interface Ended {
	readonly answer: string;
	readonly talk: string;
}

/** Runs lines at small size; in the folder each finds what those before it left. */
function runLines(lines: readonly string[]): readonly Ended[] {
	const small = lines.map((line) =>
		wordsOf(line).map((word) => SMALL[word] ?? word),
	);
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[LINES_RUNNER, JSON.stringify(small)],
		{
			...{ cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 },
			...{ timeout: HANGS * lines.length, killSignal: "SIGKILL" },
			env: { ...process.env, NO_COLOR: "1" },
		},
	);
	const talks = stderr.split(END);
	return stdout
		.split(END)
		.map((answer, i) => ({ answer, talk: talks[i] ?? "" }));
}

describe("the commands that pages show", () => {
	let ended: readonly Ended[] = [];
	beforeAll(() => {
		ended = runLines(tried);
	}, HANGS * tried.length);

	it("are many, and the daily ones among them", () => {
		expect(listed.length).toBeGreaterThan(20);
		expect(tried.length).toBeGreaterThan(9);
	});

	it.each(tried.map((line, i) => [line, i] as const))(
		"%s: works as written, at small size",
		(_, i) => {
			const { answer, talk } = ended[i] ?? { answer: "", talk: "not reached" };
			expect(answer, talk).toMatch(/\n0$/);
			expect(answer).not.toBe("\n0");
		},
	);
});

/** The command of a name. */
const commandOf = (name: string) =>
	COMMANDS.find((command) => commandName(command) === name);
/** Flags of a command, in all spellings. */
function flagsOf(name: string): ReadonlySet<string> {
	const flags = { ...COMMON_FLAGS, ...commandOf(name)?.flags };
	return new Set(
		Object.entries(flags)
			.flatMap(([flag, declared]) => writingsOf(flag, declared))
			.concat("--help", "--version"),
	);
}

/** Lines within sentences and in blocks that call the program with words of its own. */
const quoted = PAGES.flatMap((page) => [
	...spansOf(page),
	...fencesOf(page)
		.filter(({ language }) => language === "sh")
		.flatMap(({ text }) => text.replaceAll("\\\n", " ").split("\n"))
		.map((line) => line.replace(/ {2,}#.*$/, "").replace(/ &$/, "")),
])
	.filter((line) => /^npx stibium [a-z]/.test(line))
	.map((line) => line.replaceAll(/"[^"]*"/g, "x"));

describe("the program as pages tell of it", () => {
	it.each([...new Set(quoted)])(
		"%s: has that command and its flags",
		(line) => {
			const [name = "", ...words] = wordsOf(line);
			expect(commandOf(name), name).toBeDefined();
			const flags = flagsOf(name);
			for (const word of words.filter((one) => /^-+[a-z]/.test(one)))
				expect(flags).toContain(word.replace(/=.*$/, ""));
		},
	);

	it("has every flag that the page of the command line names, and no other", () => {
		const told = spansOf(pageAt("src/cli/README.md"))
			.map((span) => /^(--[a-z-]+)/.exec(span)?.[1])
			.filter((flag) => flag !== undefined);
		const known = COMMANDS.flatMap((command) => [
			...flagsOf(commandName(command)),
		]).filter((flag) => flag.startsWith("--"));
		expect([...new Set(told)].sort()).toEqual([...new Set(known)].sort());
	});

	it("has every command on the page of the command line", () => {
		const { text } = pageAt("src/cli/README.md");
		for (const command of COMMANDS)
			expect(text).toContain(commandName(command));
	});

	it("is served by scripts that package.json has", () => {
		const { scripts } = JSON.parse(
			readFileSync(join(ROOT, "package.json"), "utf8"),
		);
		const named = PAGES.flatMap(({ text }) => [
			...text.matchAll(/npm (?:run ([\w:]+)|(start|test))/g),
		]);
		expect(named.length).toBeGreaterThan(3);
		for (const [, run, short] of named)
			expect(Object.keys(scripts)).toContain(run ?? short);
	});
});

const queuePage = pageAt("src/queue/README.md");
/** The block of the page of many machines that has a language and holds some words. */
const block = (language: string, words: string): string =>
	fencesOf(queuePage).find(
		(one) => one.language === language && one.text.includes(words),
	)?.text ?? "";

/** What is looked at of the Job that the page shows. */
interface ShownJob {
	readonly completionMode: string;
	readonly completions: number;
	readonly template: {
		readonly spec: {
			readonly restartPolicy: string;
			readonly containers: readonly [
				{
					readonly args: readonly [string];
					readonly volumeMounts: readonly { readonly name: string }[];
				},
			];
			readonly volumes: readonly { readonly name: string }[];
		};
	};
}

const job: ShownJob = parse(block("yaml", "kind: Job")).spec;
/** Shards that a test has time for; the page has eight. */
const SHARDS = 3;
const shardScripts = [
	block("sh", "SLURM"),
	job.template.spec.containers[0].args[0],
].map((text) => text.replace("-n 1000", "-n 50").replace('/8"', `/${SHARDS}"`));

/**
 * Runs a script of a page in bash, the built program in place of the installed one, and
 * gives what it said. One that hangs ends with all that it began, and fails with its last words.
 */
async function asShell(script: string, env: Record<string, string>) {
	const program = `npx() { shift; "${process.execPath}" "${MAIN}" "$@"; }\n`;
	const child = spawn("bash", ["-c", program + script], {
		cwd: folder,
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, NO_COLOR: "1", ...env },
	});
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (more: string) => {
			said += more;
		});
	const group = -(child.pid ?? Number.NaN);
	const end = setTimeout(() => process.kill(group, "SIGKILL"), HANGS);
	const [status] = await once(child, "close");
	clearTimeout(end);
	expect(status, said).toBe(0);
	return said;
}

describe("the page of many machines", () => {
	it.runIf(LONG).each(["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"])(
		"has shards by %s that make the undivided batch",
		async (index) => {
			const first = index === "JOB_COMPLETION_INDEX" ? 0 : 1;
			const out = first === 0 ? "shard" : "array";
			const script = shardScripts.find((text) => text.includes(index)) ?? "";
			for (let i = first; i < first + SHARDS; i++)
				await asShell(script, {
					SLURM_ARRAY_TASK_COUNT: String(SHARDS),
					SLURM_CPUS_PER_TASK: "1",
					[index]: String(i),
				});
			const shards = readdirSync(join(folder, "results"))
				.filter((name) => name.startsWith(out))
				.map((name) => join("results", name, "latest"));
			expect(shards.length).toBe(SHARDS);
			const merged = stibium(["merge", ...shards, "--json"], folder);
			expect(merged.code, merged.talk).toBe(0);
			const words = "run ban-returns -n 50 --seed 42 --json".split(" ");
			const whole = stibium(words, folder);
			expect(JSON.parse(merged.out).digest).toBe(JSON.parse(whole.out).digest);
		},
		HANGS * SHARDS,
	);

	it("shows an indexed Job that Kubernetes would take", () => {
		expect(job.completionMode).toBe("Indexed");
		expect(job.template.spec.restartPolicy).toBe("OnFailure");
		const [container] = job.template.spec.containers;
		expect(container.args[0]).toContain(`/${job.completions}"`);
		const volumes = job.template.spec.volumes.map(({ name }) => name);
		for (const { name } of container.volumeMounts)
			expect(volumes).toContain(name);
	});

	it.runIf(LONG && HAS_REDIS)(
		"has workers and a queue that do as it says",
		async () => {
			const port = String(20_000 + (process.pid % 20_000));
			const script = block("sh", "enqueue")
				.replaceAll("1000", "50")
				.replaceAll("6390", port);
			expect(await asShell(script, {})).toMatch(/^digest {3}[0-9a-f]{64}$/m);
		},
		HANGS,
	);
});

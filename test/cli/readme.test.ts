import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXIT } from "../../src/cli/line/exit-codes.ts";
import { HAS_REDIS } from "../queue/private-redis.ts";
import { MAIN, stibium, workFolder } from "./program.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = workFolder();
writeFileSync(
	join(folder, "my-scenario.yaml"),
	"version: 1\nname: Mine\nquestion: What if?\nhorizon: {from: 2022-01, to: 2028-12}\nreference: 2026-12\n",
);

/** Lines of the fenced blocks, without their remarks. */
const commands = [...readme.matchAll(/^```\n([\s\S]*?)^```/gm)].flatMap(
	(block) =>
		(block[1] ?? "")
			.split("\n")
			.map((line) => line.replace(/ {2,}#.*$/, "").trim())
			.filter((line) => /^(npx|npm) /.test(line)),
);

/** Replicates and trajectories as written, and as many as a test has time for. */
const SMALL: Readonly<Record<string, string>> = { "1000": "5", "20": "1" };

/** A fenced block of a language that holds some words. */
function block(language: string, words: string): string | undefined {
	return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
		.filter(([, found]) => found === language)
		.map(([, , text = ""]) => text)
		.find((text) => text.includes(words));
}

/** What is looked at of the Job that the README shows. */
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

const job: ShownJob = parse(block("yaml", "kind: Job") ?? "").spec;
/** Shards that a test has time for; the README has eight. */
const SHARDS = 3;
const shardScripts = [
	block("sh", "SLURM") ?? "",
	job.template.spec.containers[0].args[0],
].map((text) => text.replace("-n 1000", "-n 50").replace('/8"', `/${SHARDS}"`));

/**
 * Runs a script of the README in bash, the built program in place of the installed one, and
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
	const end = setTimeout(() => process.kill(group, "SIGKILL"), 100_000);
	const [status] = await once(child, "close");
	clearTimeout(end);
	expect(status, said).toBe(0);
	return said;
}

describe("the README", () => {
	it.each(commands.filter((line) => line.startsWith("npx stibium ")))(
		"%s: works as written, at small size",
		(line) => {
			const words = (line.match(/'[^']*'|\S+/g) ?? []).slice(2);
			const small = words
				.map((word) => word.replace(/^'(.*)'$/, "$1"))
				.map((word) => SMALL[word] ?? word);
			const ended = stibium(small, folder);
			expect(ended.code, ended.talk).toBe(0);
			expect(ended.out).not.toBe("");
		},
	);

	it.each(["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"])(
		"its shards by %s make the undivided batch",
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

	it.skipIf(!HAS_REDIS)("its workers and queue do as it says", async () => {
		const port = String(20_000 + (process.pid % 20_000));
		const script = (block("sh", "enqueue") ?? "")
			.replaceAll("1000", "50")
			.replaceAll("6390", port);
		expect(await asShell(script, {})).toMatch(/^digest {3}[0-9a-f]{64}$/m);
	});

	it("runs only scripts that package.json has", () => {
		const { scripts } = JSON.parse(
			readFileSync(join(root, "package.json"), "utf8"),
		);
		const named = [...readme.matchAll(/npm (?:run ([\w:]+)|(start|test))/g)];
		expect(named.length).toBeGreaterThan(3);
		for (const [, run, short] of named)
			expect(Object.keys(scripts)).toContain(run ?? short);
	});

	it("lists every shipped scenario with the question that it asks", () => {
		const { scenarios } = JSON.parse(stibium(["list", "--json"], folder).out);
		for (const { name, question } of scenarios)
			expect(readme).toContain(`| \`${name}\` | ${question} |`);
	});

	it("says of every exit code what it means", () => {
		for (const code of Object.values(EXIT))
			expect(readme).toMatch(new RegExp(`(: |· |\n)${code} [a-z]`));
	});

	it("links to files that stand there", () => {
		const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
		expect(links.length).toBeGreaterThan(1);
		for (const [, file] of links)
			expect(() => readFileSync(join(root, file ?? ""))).not.toThrow();
	});
});

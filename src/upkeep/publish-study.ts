/** Publication of the Pakistan study: its batches run, its figures and its page written. */

import {
	copyFile,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { MEDIAN_REPLICATE } from "../actions/replay/pick-replicate.ts";
import type { ChartKind } from "../charts/chart.ts";
import { chartResults } from "../cli/chart/chart-results.ts";
import { EXIT } from "../cli/line/exit-codes.ts";
import { runCli } from "../cli/run-cli.ts";
import { say } from "../cli/terminal/talk.ts";
import { FIGURE_FORMATS } from "../figures/figure.ts";
import type { MetricName } from "../market/record/record.ts";
import { writeFileAtomically } from "../storage/disk/atomic-write.ts";
import { readManifest } from "../storage/folder/manifest.ts";
import { findResults, LATEST } from "../storage/folder/results-folder.ts";
import { type PublishedPart, studyPage, writtenByHand } from "./study-page.ts";

/** Folder in which the study is published. */
const STUDY = "results/published/hedge-or-replacement";
const TITLE =
	"Hedge or replacement? Pakistani antimony and the end of the suspension";
const PAGE = join(STUDY, "README.md");
const SEED = "42";

/** A figure of the study: its kind, and the metric where there is a choice. */
type Drawn = readonly [kind: ChartKind, metric?: MetricName];

/** A batch of the study: the question it answers, its command, and what is published of it. */
interface Part {
	readonly name: string;
	readonly asks: string;
	readonly words: readonly string[];
	readonly figures: readonly Drawn[];
}

const PARTS: readonly Part[] = [
	{
		name: "hedges",
		asks: "If the US ban returns, what does each hedge change, and when does Pakistan cover a tenth of what the US needs?",
		words: [
			...["compare", "ban-returns", "pakistan-raw-ore", "pakistan-refinery"],
			...["pakistan-refinery-certified", "allied-refining", "us-stockpile"],
			...["hedge-portfolio", "-n", "2000"],
		],
		figures: [
			["exceedance", "pakistan_months_to_10pct_defence"],
			["exceedance", "pakistan_months_to_10pct_use"],
			["raincloud", "pakistan_share_us_use_2030"],
			["difference"],
			["story"],
			["flows"],
		],
	},
	{
		name: "restrictions",
		asks: "What is there to be insured against?",
		words: [
			...["compare", "no-restrictions", "as-happened", "ban-returns"],
			...["total-export-stop", "-n", "2000"],
		],
		figures: [["fan"], ["raincloud"], ["history"]],
	},
	{
		name: "nobody-qualified",
		asks: "And if no plant outside China is qualified for munitions when the ban returns?",
		words: [
			...["compare", "ban-returns", "pakistan-refinery-certified"],
			...["allied-refining", "us-stockpile", "hedge-portfolio"],
			...["--set", "parameters.demand.defence.qualified-at-start=0"],
			...["-n", "1000"],
		],
		figures: [["exceedance"], ["difference"]],
	},
	{
		name: "capacity",
		asks: "How large would a certified Pakistani refinery have to be?",
		words: [
			...["sweep", "pakistan-refinery-certified"],
			...["--vary", "shocks.refinery.capacity=0..8000:9", "-n", "1000"],
		],
		figures: [["response"]],
	},
	{
		name: "policies",
		asks: "Which policy would be regretted least, whatever China does?",
		words: [
			...["regret", "us-stockpile", "allied-refining"],
			...["pakistan-refinery-certified", "hedge-portfolio", "--against"],
			...["as-happened", "ban-returns", "total-export-stop", "-n", "1000"],
		],
		figures: [["regret"]],
	},
	{
		name: "mixes",
		asks: "Which mixes of hedges are worth their money?",
		words: ["frontier", "--scenario", "ban-returns", "-n", "500"],
		figures: [["frontier"]],
	},
];

const place = await mkdtemp(join(tmpdir(), "stibium-study-"));
try {
	const folders: string[] = [];
	const published: PublishedPart[] = [];
	const kept = writtenByHand(await readFile(PAGE, "utf8"));
	await rm(STUDY, { recursive: true, force: true });
	for (const part of PARTS) {
		say(part.asks);
		const folder = await runPart(part);
		folders.push(folder);
		published.push(await publish(part, folder));
	}
	await done(["report", ...folders, "--title", TITLE, "-q"]);
	const [first = ""] = folders;
	await copyFile(join(first, "report.html"), join(STUDY, "report.html"));
	await writeFileAtomically(
		join(STUDY, "study.json"),
		`${JSON.stringify({ title: TITLE, parts: published }, null, "\t")}\n`,
	);
	await writeFileAtomically(PAGE, studyPage(TITLE, published) + kept);
	say(`published in ${STUDY}/`);
} finally {
	await rm(place, { recursive: true, force: true });
}

/** Runs a part into a results folder of its own. */
async function runPart({ name, words }: Part): Promise<string> {
	const out = join(place, name);
	await done([...words, "--seed", SEED, "--out", out, "-q"]);
	return findResults(LATEST, out);
}

/** @throws when a command does not end well */
async function done(words: readonly string[]): Promise<void> {
	const code = await runCli(words);
	if (code !== EXIT.done)
		throw new Error(`stibium ${words[0]} ended with exit code ${code}`);
}

/** Draws a part's figures and copies what is published. */
async function publish(part: Part, folder: string): Promise<PublishedPart> {
	const own = join(STUDY, part.name);
	const figures: { file: string; title: string }[] = [];
	for (const [kind, metric] of part.figures) {
		const { charts, files } = await chartResults(
			folder,
			dirname(folder),
			{
				kinds: [kind],
				formats: FIGURE_FORMATS,
				replicate: MEDIAN_REPLICATE,
				choices: metric ? { metric } : {},
			},
			say,
		);
		for (const file of files) await copyInto(own, "charts", file);
		const [chart] = charts;
		if (chart)
			figures.push({
				file: `${part.name}/charts/${chart.kind}-${chart.name}`,
				title: chart.title,
			});
	}
	for (const file of await readdir(folder))
		if (/^(manifest\.json|design\.json|.+\.csv)$/.test(file))
			await copyInto(own, "", join(folder, file));
	for (const file of await readdir(join(folder, "scenarios")))
		await copyInto(own, "scenarios", join(folder, "scenarios", file));
	const { command, digest, plan } = await readManifest(folder);
	return {
		name: part.name,
		asks: part.asks,
		command,
		figures,
		replicates: plan.replicates.to - plan.replicates.from,
		digest: digest ?? "",
	};
}

async function copyInto(
	own: string,
	below: string,
	file: string,
): Promise<void> {
	await mkdir(join(own, below), { recursive: true });
	await copyFile(file, join(own, below, basename(file)));
}

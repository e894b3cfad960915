/** `explain`: one replicate run again and told as a story in dated sentences. */

import { shortPath } from "../../actions/paths.ts";
import {
	pickReplicate,
	type ReplicateRequest,
} from "../../actions/replay/pick-replicate.ts";
import { replayReplicate } from "../../actions/replay/replay-replicate.ts";
import { METRICS, type MetricName } from "../../market/record/record.ts";
import { monthName } from "../../quantities.ts";
import type { Replay } from "../../report/story/replay.ts";
import type { Story } from "../../report/story/story.ts";
import { tellStory } from "../../report/story/tell.ts";
import {
	type Results,
	readResults,
} from "../../storage/folder/read-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { coloursFor, widthOf } from "../terminal/colours.ts";
import { print, say } from "../terminal/talk.ts";
import { storyText } from "./story-text.ts";

/** Tells one replicate of a results folder: runs it again, checks it, prints its story. */
export async function explainResults(
	named: string,
	destination: string,
	request: ReplicateRequest,
	{ json, quiet, colour }: CommonOptions,
): Promise<void> {
	const results = await readResults(await findResults(named, destination), [
		request.metric,
	]);
	const picked = pickReplicate(results, request);
	const replay = await replayReplicate(results, picked);
	const story = tellStory(replay);
	if (json) {
		print(storyJson(results, replay, story));
		return;
	}
	const { bold } = coloursFor(process.stdout, colour);
	print(storyText(story, widthOf(process.stdout), bold));
	if (!quiet) say(checkedWords(results, replay));
}

function checkedWords({ folder, manifest }: Results, replay: Replay): string {
	return `run again from ${shortPath(folder)}/, seed ${manifest.plan.seed}, ${replay.scenario.name}, replicate ${replay.replicate}: every metric equals runs.parquet to the bit`;
}

/** The story as data; what is not a finite number is null. */
function storyJson(
	{ folder, manifest }: Results,
	replay: Replay,
	{ headline, chapters, closing }: Story,
): string {
	const { scenario, replicate, why } = replay;
	return JSON.stringify({
		results: shortPath(folder),
		digest: manifest.digest,
		seed: manifest.plan.seed,
		scenario: scenario.name,
		replicate,
		why,
		metrics: metricsJson(replay.metric),
		medians: metricsJson(replay.median),
		headline,
		chapters: chapters.map(({ title, sentences }) => ({
			title,
			sentences: sentences.map(({ tick, text }) => ({
				month: monthName(tick),
				text,
			})),
		})),
		closing,
		events: replay.told.map(({ tick, what, who, figure }) => ({
			month: monthName(tick),
			what,
			who,
			figure,
		})),
	});
}

function metricsJson(
	value: (name: MetricName) => number,
): Readonly<Record<string, number>> {
	return Object.fromEntries(
		METRICS.map(({ name }) => [name, value(name as MetricName)]),
	);
}

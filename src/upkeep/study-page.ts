/** Page of a published study in Markdown, with the part that people wrote kept. */

import { countInWords } from "../words/numbers.ts";

/** One batch of a study, as its page and the repository's readers are told of it. */
export interface PublishedPart {
	/** of its folder */
	readonly name: string;
	/** the question that it answers */
	readonly asks: string;
	readonly command: string;
	/** of each scenario */
	readonly replicates: number;
	readonly digest: string;
	/** base names of figures in the study's folder, with their findings */
	readonly figures: readonly {
		readonly file: string;
		readonly title: string;
	}[];
}

/** The page of a study: each question with its figures, findings, and the way to repeat it. */
export function studyPage(
	title: string,
	parts: readonly PublishedPart[],
): string {
	return [
		`# ${title}`,
		"",
		"Made by `npm run publish:study`. The findings are computed from the runs and hold if the model and its assumptions do;",
		"they are not forecasts. [`report.html`](report.html) has every number with its interval, the assumptions with their",
		"evidence, the doubts, and how wrong the model is known to be. `npx stibium repro` on any figure runs it again.",
		...parts.flatMap(partOfPage),
		"",
	].join("\n");
}

/** Heading under which begins the part of a page that people wrote. */
const BY_HAND = "\n## What the answer means, and what it does not\n";

/**
 * The end of a study's page that people wrote: it stays when the study is made again. Empty
 * when there is none.
 */
export function writtenByHand(page: string): string {
	const start = page.indexOf(BY_HAND);
	return start < 0 ? "" : page.slice(start);
}

function partOfPage(part: PublishedPart): readonly string[] {
	const { asks, figures, command, replicates, digest } = part;
	return [
		"",
		`## ${asks}`,
		...figures.flatMap(({ file, title }) => [
			"",
			`**${title}.**`,
			"",
			`![${title}](${file}.png)`,
		]),
		"",
		`\`${command}\`: ${countInWords(replicates)} replicates of each scenario, digest \`${digest.slice(0, 12)}…\`.`,
	];
}

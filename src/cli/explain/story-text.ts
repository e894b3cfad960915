/** Layout of a replicate's story for a terminal: headline, chapters of dated sentences, sums. */

import type { Story } from "../../report/story/story.ts";
import { wrapped } from "../terminal/columns.ts";

const INDENT = "  ";

/** A story in lines for a reader: headline, chapters, the sums at the end. */
export function storyText(
	{ headline, chapters, closing }: Story,
	width: number,
	bold: (text: string) => string,
): string {
	return [
		...wrapped(headline.join(" "), width, ""),
		...chapters.flatMap(({ title, sentences }) => [
			"",
			bold(title),
			...sentences.flatMap(({ text }) => bullet(text, width)),
		]),
		"",
		bold("In sum"),
		...wrapped(closing.join(" "), width, INDENT),
	].join("\n");
}

/** A sentence with a dash before its first line. */
function bullet(text: string, width: number): readonly string[] {
	return wrapped(text, width, INDENT).map((line, i) =>
		i === 0 ? `- ${line.slice(INDENT.length)}` : line,
	);
}

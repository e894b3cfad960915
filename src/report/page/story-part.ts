import type { Story } from "../story/story.ts";
import { type Html, html } from "./html.ts";
import { folded, list, paragraphs } from "./parts.ts";

/** One replicate as a story: its headline in sight, its chapters behind lines. */
export function storyHtml({ headline, chapters, closing }: Story): Html {
	return html`<p class="aside">This is one run of many, chosen because its price lies nearest the median. It shows how the model's world hangs together; it is not what will happen.</p>
${paragraphs([headline.join(" ")])}
${chapters.map(({ title, sentences }) => folded(title, list(sentences.map(({ text }) => text))))}
${paragraphs([closing.join(" ")])}
`;
}

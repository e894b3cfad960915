/** Part of a report with citations of the program and of the batch. */

import type { Citation } from "../../storage/folder/published.ts";
import type { ReportBatch } from "./batch.ts";
import { type Html, html } from "./html.ts";

/** Characters of a digest that a citation names. */
const DIGEST_SHOWN = 12;

/** Citations of the program and of these results, as a sentence and as BibTeX. */
export function citeHtml(
	{ title, version, license, authors }: Citation,
	batches: readonly ReportBatch[],
): Html {
	const names = authors.map(({ name }) => name).join(", ");
	const year = batches[0]?.manifest.start.slice(0, 4) ?? "";
	const results = batches
		.map(
			({ name, manifest }) =>
				`${name} (digest ${manifest.digest?.slice(0, DIGEST_SHOWN) ?? ""})`,
		)
		.join("; ");
	return html`<p>${names} (${year}): <cite>${title}</cite>, version ${version}, ${license}. Results ${results}.</p>
<pre tabindex="0"><code>@software{stibium,
  author  = {{${names}}},
  title   = {${title}},
  version = {${version}},
  year    = {${year}},
  note    = {Results ${results}}
}</code></pre>
<p class="aside">Also in CITATION.cff of the program.</p>
`;
}

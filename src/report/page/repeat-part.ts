/** Part of a report that repeats it: command, seed, digest and hashes. */

import { beginningWords } from "../../words/beginning.ts";
import type { ReportBatch } from "./batch.ts";
import { type Html, html, type Piece } from "./html.ts";
import { folded, paragraphs } from "./parts.ts";
import { plainGroup, tableHtml } from "./table.ts";

/** The command that makes the numbers again, and what to hold them against. */
export function repeatHtml({ manifest, name }: ReportBatch): Html {
	const { stibium, stream, machine, plan, command, digest } = manifest;
	const git = stibium.git;
	const facts: readonly (readonly [string, Piece])[] = [
		["Results folder", html`<code>${name}</code>`],
		["Digest", html`<code>${digest}</code>`],
		["stibium", stibium.version],
		...(git
			? [
					[
						"Commit",
						html`<code>${git.sha}</code>${git.dirty ? " with changes" : null}`,
					] as const,
				]
			: []),
		...(stibium.commitUnknown
			? [["Commit", `unknown: ${stibium.commitUnknown}`] as const]
			: []),
		["Random streams", stream],
		["Seed", String(plan.seed)],
		["Runs begin", beginningWords(plan)],
		...(plan.without.length > 0
			? [["Switched off", plan.without.join(", ")] as const]
			: []),
		["Replicates", `${plan.replicates.from} to ${plan.replicates.to - 1}`],
		["Started", manifest.start],
		["Machine", `${machine.cpu}, ${machine.os}, Node ${machine.node}`],
	];
	return html`<p>The same command gives the same numbers to the bit, on any machine and with any number of threads:</p>
<pre tabindex="0"><code>${command}</code></pre>
<p>Hold the digest that it prints against the one below; <code>npx stibium verify ${name}</code> checks every file of the folder.</p>
${paragraphs(failuresWords(manifest))}
${tableHtml({
	caption: "What made these numbers",
	columns: [{ head: "What" }, { head: "Which" }],
	groups: plainGroup(facts),
})}
${folded("Scenarios and their hashes", hashesTable(manifest))}
`;
}

function failuresWords({
	failures,
	warnings,
}: ReportBatch["manifest"]): readonly string[] {
	return [
		...(failures.length > 0
			? [
					`${failures.length} replicates failed and are left out of every number; manifest.json says why.`,
				]
			: []),
		...warnings.map((warning) => `Warning: ${warning}`),
	];
}

function hashesTable({ scenarios }: ReportBatch["manifest"]): Html {
	return tableHtml({
		caption: "Scenarios and their hashes",
		isCaptionHidden: true,
		columns: [
			{ head: "Scenario" },
			{ head: "SHA-256 of its numbers" },
			{ head: "SHA-256 of its calibration" },
		],
		groups: plainGroup(
			scenarios.map(({ name, sha256, calibration }) => [
				name,
				html`<code>${sha256}</code>`,
				html`<code>${calibration}</code>`,
			]),
		),
	});
}

/** Report as one file that needs no other: page, style and letters. */

import { createHash } from "node:crypto";
import { figureFaces, fontFaces } from "../../figures/fonts/svg-fonts.ts";
import { documentText, styleText } from "../../report/page/document.ts";
import { type Report, reportPage } from "../../report/page/report.ts";
import { FIGURES_FAMILY, STYLE } from "../../report/page/style.ts";

/** A report as one file: its page, with the letters that it uses and the hash of its style. */
export async function reportText(report: Report): Promise<string> {
	const page = reportPage(report);
	const faces = await fontFaces(page.body.markup);
	const digits = await figureFaces(FIGURES_FAMILY);
	const style = styleText(`${faces}${digits}${STYLE}`);
	const hash = createHash("sha256").update(style).digest("base64");
	return documentText(page, style, hash);
}

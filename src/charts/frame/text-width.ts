/** Width of words in the font of the charts, and cuts and line breaks that follow from it. */

/**
 * Advance widths of Inter Regular, thousandths of the font size, for the characters from
 * space to tilde. Source: the `hmtx` table of Inter 400, the font of our charts.
 */
const ADVANCE = [
	281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288,
	360, 631, 407, 610, 618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662,
	662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565,
	903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365,
	360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242,
	549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562,
	552, 426, 333, 426, 662,
] as const;
/** Width of any other character: dashes and signs are about as wide as a figure. */
const OTHER = 662;
/** Mean width of Inter SemiBold over Inter Regular. */
const SEMI_BOLD = 1.03;
const ELLIPSIS = "…";

/** Size and weight in which letters are set. */
export interface Lettering {
	/** px */
	readonly size: number;
	readonly bold?: boolean;
}

/** Width of a line of text, px, without kerning: within 3 % of what is drawn. */
export function textWidth(text: string, { size, bold }: Lettering): number {
	let thousandths = 0;
	for (const character of text)
		thousandths += ADVANCE[character.charCodeAt(0) - 32] ?? OTHER;
	return ((thousandths * size) / 1000) * (bold ? SEMI_BOLD : 1);
}

/** Share of a cut text that its beginning keeps; names often differ at their end. */
const BEGINNING = 0.6;

/** The first and last of `kept` characters around an ellipsis. */
function cutInside(characters: readonly string[], kept: number): string {
	const first = Math.ceil(BEGINNING * kept);
	const begin = characters.slice(0, first).join("").trimEnd();
	const end = characters.slice(characters.length - (kept - first)).join("");
	return `${begin}${ELLIPSIS}${end.trimStart()}`;
}

/** The text, or as much of its beginning and end as fits in `width` px around an ellipsis. */
export function cutToWidth(
	text: string,
	lettering: Lettering,
	width: number,
): string {
	if (textWidth(text, lettering) <= width) return text;
	const characters = [...text];
	for (let kept = characters.length - 1; kept > 0; kept -= 1) {
		const cut = cutInside(characters, kept);
		if (textWidth(cut, lettering) <= width) return cut;
	}
	return ELLIPSIS;
}

/** The text, or its beginning and end around an ellipsis: at most `length` characters. */
export function cutToLength(text: string, length: number): string {
	const characters = [...text];
	return characters.length <= length
		? text
		: cutInside(characters, Math.max(0, length - 1));
}

/**
 * The text broken at spaces into lines of at most `width` px; at most `most` lines, the
 * last one cut when more would be needed.
 */
export function wrapToWidth(
	text: string,
	lettering: Lettering,
	width: number,
	most = Number.POSITIVE_INFINITY,
): readonly string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		const full = textWidth(longer, lettering) > width && line !== "";
		if (full && lines.length + 1 < most) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return [...lines, line].map((each) => cutToWidth(each, lettering, width));
}

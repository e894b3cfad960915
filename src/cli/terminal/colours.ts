/** Colours and width of the terminal that is written to. */

import pc from "picocolors";

/** Colours for a stream: on a terminal, unless `--no-color`, `NO_COLOR` or a dumb terminal say no. */
export function coloursFor(
	stream: { readonly isTTY?: boolean },
	wanted: boolean,
): ReturnType<typeof pc.createColors> {
	const { NO_COLOR = "", TERM = "" } = process.env;
	return pc.createColors(
		wanted && stream.isTTY === true && NO_COLOR === "" && TERM !== "dumb",
	);
}

/** Columns of a terminal; of a file or pipe, what is comfortable to read. */
export function widthOf(stream: { readonly columns?: number }): number {
	const told = Number(process.env["COLUMNS"]);
	const width = stream.columns ?? (Number.isInteger(told) ? told : 0);
	return width > 0 ? Math.max(40, width) : 120;
}

/** Text made safe for a terminal. */

/** Control characters but tab and newline, bidirectional overrides and separators: what could rewrite a terminal's line. */
const UNSAFE =
	/(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Text from a file or an argument, fit for a terminal: what could move the cursor is spelt out. */
export function safeText(text: string): string {
	return text.replace(
		UNSAFE,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

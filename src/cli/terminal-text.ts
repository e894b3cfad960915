/** Control characters, bidirectional overrides and separators that could rewrite a terminal's line. */
const UNSAFE =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text from a file or an argument, fit for a terminal: what could move the cursor is spelt out. */
export function safeText(text: string): string {
	return text.replace(
		UNSAFE,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/** A word of a command line, quoted or plain, after `--set`. */
const SETTING = / --set ('(?:[^']|'\\'')*'|\S+)/g;

/** What a command line changed in its scenarios, as it was written: `path=value`. */
export function settingsOf(command: string): readonly string[] {
	return [...command.matchAll(SETTING)].map(([, word = ""]) =>
		word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word,
	);
}

/** Name of a scenario: its file's name without folder and ending. */
export function scenarioName(path: string): string {
	return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.ya?ml$/i, "");
}

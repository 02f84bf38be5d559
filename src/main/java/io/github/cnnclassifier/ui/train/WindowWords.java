
package io.github.cnnclassifier.ui.train;

/**
 * Messages name keys, as a macro has them; the window has other ways for some
 * of them, and no field of that name.
 */
final class WindowWords {

	private WindowWords() {}

	/**
	 * @param message for whoever writes a macro
	 * @return the same for whoever sees the window
	 */
	static String of(final String message) {
		return message.replaceAll(
			"(leave the class out): exclude=.+? trains without it\\.",
			"$1: untick it.").replaceAll("(leave the class out): exclude=.+\\.$",
				"$1: untick it.").replaceAll(
					"(leave these classes out): exclude=.+\\.$", "$1: untick them.")
			.replaceAll("(leave the class out) \\(exclude=.+?\\), ",
				"$1 (untick it), ").replaceAll("(leave it out) with exclude=.+\\.$",
					"$1: untick it.").replaceFirst("^With exclude=(.+?): ",
						"Without $1: ").replace(" groups=none turns this off.", "").replace(
							"say so with groups.", "say so under Advanced.").replaceAll(
								"groups=(\\S+) (keeps|leaves)",
								"'$1' as Groups under Advanced $2");
	}
}

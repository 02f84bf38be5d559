
package io.github.cnnclassifier.workflow.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses files by patterns of their names: {@code *} stands for any
 * characters, {@code ?} for one, {@code **} for any number of folders; all
 * others stand for themselves, upper and lower case are one. A pattern without
 * {@code /} is compared with the name of the file alone, in whatever folder it
 * is; one with {@code /} with its path inside the searched folder.
 *
 * @param include patterns of which one must fit; all files if there is none;
 *          copied
 * @param skip patterns of which none may fit; copied
 */
public record NameFilter(List<String> include, List<String> skip) {

	/** Every file. */
	public static final NameFilter ALL = new NameFilter(List.of(), List.of());

	/** Copies. */
	public NameFilter {
		include = List.copyOf(include);
		skip = List.copyOf(skip);
	}

	/**
	 * @param include patterns separated by commas; a comma inside a pattern is
	 *          written as \,
	 * @param skip patterns likewise
	 * @return the filter
	 */
	public static NameFilter parse(final String include, final String skip) {
		return new NameFilter(CommaList.parse(include), CommaList.parse(skip));
	}

	/** @return the test of a path inside the folder, with / between its parts */
	Predicate<String> test() {
		final List<Pattern> wanted = compiled(include);
		final List<Pattern> unwanted = compiled(skip);
		return name -> (wanted.isEmpty() || fits(wanted, name)) && !fits(unwanted,
			name);
	}

	/** @return for messages, for instance "*.tif, but not *mask*" */
	String words() {
		final List<String> words = new ArrayList<>();
		if (!include.isEmpty()) words.add(String.join(", ", include));
		if (!skip.isEmpty()) words.add("not " + String.join(", ", skip));
		return String.join(", but ", words);
	}

	private static boolean fits(final List<Pattern> patterns, final String name) {
		return patterns.stream().anyMatch(p -> p.matcher(name).matches());
	}

	private static List<Pattern> compiled(final List<String> patterns) {
		return patterns.stream().map(NameFilter::compiled).toList();
	}

	private static Pattern compiled(final String pattern) {
		final StringBuilder regex = new StringBuilder(pattern.contains("/") ? ""
			: "(?:.*/)?");
		int i = 0;
		while (i < pattern.length()) {
			if (pattern.startsWith("**/", i)) {
				regex.append("(?:.*/)?");
				i += 3;
			}
			else if (pattern.startsWith("**", i)) {
				regex.append(".*");
				i += 2;
			}
			else {
				regex.append(one(pattern.charAt(i)));
				i++;
			}
		}
		return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE |
			Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	private static String one(final char c) {
		return switch (c) {
			case '*' -> "[^/]*";
			case '?' -> "[^/]";
			default -> Character.isLetterOrDigit(c) || Character.isSurrogate(c)
				? String.valueOf(c) : Pattern.quote(String.valueOf(c));
		};
	}
}


package io.github.cnnclassifier.dataset.split;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions whose search can be counted by {@link CountedText}, which
 * sees a step only when it looks at a character. A bracket, an alternative or
 * an anchor that takes no character can be tried again and again without a
 * look, so each of them gets one.
 */
final class CountedPattern {

	/**
	 * Takes nothing and is always true, as no place is both at the edge of a word
	 * and not; that is found out by looking at the characters around it.
	 */
	private static final String LOOK = "(?!\\b\\B)";

	/** Of what takes nothing, repetitions are not seen; names are shorter. */
	private static final int MOST_REPETITIONS = 255;
	private static final int MOST_DIGITS = 3;

	private static final String QUOTED = "\\\\Q(?s:.*?)(?:\\\\E|\\z)";
	private static final String ESCAPE = "\\\\(?:[pPxN]\\{[^}]*}|c(?s:.)|(?s:.))";
	private static final Pattern OF_CLASS = Pattern.compile(QUOTED + "|" +
		ESCAPE + "|(?s:.)");
	private static final Pattern TOKEN = Pattern.compile("(?<quoted>" + QUOTED +
		")|(?<anchor>\\\\[AGzZbB1-9]|\\\\k<\\w+>|[\\^$])|(?<escape>" + ESCAPE +
		")|(?<flags>\\(\\?[a-zA-Z-]+[:)])|(?<open>\\((?:\\?(?:<[a-zA-Z]\\w*>|" +
		"<[=!]|[:=!>]))?)|(?<bar>\\|)|\\{(?<times>\\d+)(?:,\\d*)?}|(?s:.)");

	private CountedPattern() {}

	/**
	 * @param regex that Java understands
	 * @return finds the same, with the same bracket groups
	 * @throws PatternSyntaxException if its steps cannot be counted
	 */
	static Pattern of(final String regex) {
		final StringBuilder counted = new StringBuilder();
		final Matcher token = TOKEN.matcher(regex);
		int position = 0;
		while (position < regex.length()) {
			if (regex.charAt(position) == '[') {
				final int end = endOfClass(regex, position);
				counted.append(regex, position, end);
				position = end;
				continue;
			}
			token.region(position, regex.length()).lookingAt();
			position = token.end();
			requireCountable(regex, token);
			if (token.group("anchor") != null) counted.append(LOOK);
			counted.append(token.group());
			final String flags = token.group("flags");
			if (token.group("open") != null || token.group("bar") != null ||
				flags != null && flags.endsWith(":")) counted.append(LOOK);
		}
		return Pattern.compile(counted.toString());
	}

	private static void requireCountable(final String regex,
		final Matcher token)
	{
		final String flags = token.group("flags");
		if (flags != null && flags.indexOf('x') >= 0)
			throw new PatternSyntaxException("Comments inside of a pattern", regex,
				token.start());
		final String times = token.group("times");
		if (times != null && (times.length() > MOST_DIGITS || Integer.parseInt(
			times) > MOST_REPETITIONS)) throw new PatternSyntaxException(
				"More than " + MOST_REPETITIONS + " repetitions", regex, token.start());
	}

	/**
	 * Classes of characters may hold others; a bracket may be their first one.
	 */
	private static int endOfClass(final String regex, final int start) {
		final Matcher token = OF_CLASS.matcher(regex);
		int depth = 0;
		int position = start;
		boolean isFirst = false;
		while (position < regex.length() && token.region(position, regex.length())
			.lookingAt())
		{
			final String part = token.group();
			position = token.end();
			if (part.equals("[")) depth++;
			else if (part.equals("]") && !isFirst) depth--;
			if (depth == 0) return position;
			isFirst = part.equals("[") || part.equals("^") && isFirst;
		}
		return regex.length();
	}
}

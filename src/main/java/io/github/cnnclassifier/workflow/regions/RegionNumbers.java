
package io.github.cnnclassifier.workflow.regions;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Numbers of regions as a person or a macro writes them: {@code 1,4,7-9}, from
 * 1 in the order of their list.
 */
public final class RegionNumbers {

	private static final Pattern ITEM = Pattern.compile(
		"\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");
	/** As many as ImageJ can list at all. */
	private static final int MOST = 1_000_000;

	private RegionNumbers() {}

	/**
	 * @param text numbers and ranges, separated by commas
	 * @return each once, in order; at least one
	 * @throws WrongUsage if it is anything else
	 */
	public static Set<Integer> parse(final String text) {
		final Set<Integer> numbers = new TreeSet<>();
		for (final String item : text.split(",", -1)) {
			final Matcher matcher = ITEM.matcher(item);
			if (!matcher.matches()) throw wrong(text);
			final int first = Integer.parseInt(matcher.group(1));
			final int last = matcher.group(2) == null ? first : Integer.parseInt(
				matcher.group(2));
			if (first < 1 || last < first || last > MOST) throw wrong(text);
			for (int i = first; i <= last; i++) {
				numbers.add(i);
			}
		}
		return numbers;
	}

	private static WrongUsage wrong(final String text) {
		return new WrongUsage(
			"Expected 'numbers' to be numbers of regions from 1 " +
				"on, such as 1,4,7-9, got '" + text + "'.");
	}

	/**
	 * @param numbers sorted
	 * @return them as {@link #parse} reads them, without ranges
	 */
	public static String text(final Collection<Integer> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining(
			","));
	}

	/**
	 * @param numbers that are wanted
	 * @param known the numbers of regions that there are
	 * @throws WrongUsage if one of the first is not among the second
	 */
	public static void require(final Collection<Integer> numbers,
		final List<Integer> known)
	{
		final Set<Integer> all = new HashSet<>(known);
		for (final Integer number : numbers) {
			if (!all.contains(number)) throw new WrongUsage(
				"Expected 'numbers' to be of regions that can be used, of which there " +
					"are " + known.size() + (known.isEmpty() ? "" : " from " + known.get(
						0) + " to " + known.get(known.size() - 1)) + ", got '" + number +
					"'.");
		}
	}
}

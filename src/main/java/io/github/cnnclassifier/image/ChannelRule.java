
package io.github.cnnclassifier.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How the channels of an image become the channels of the network's input: one
 * of three rules, or a list of chosen channels. Immutable and thread-safe.
 */
public final class ChannelRule {

	/**
	 * Every channel is an input plane; another number of channels is an error.
	 */
	public static final ChannelRule AS_IS = new ChannelRule("as-is", List.of());

	/**
	 * One input plane. A single channel is taken as it is; red, green and blue
	 * are weighed 0.299, 0.587 and 0.114 (ITU-R BT.601); other multi-channel
	 * images are an error.
	 */
	public static final ChannelRule GRAY = new ChannelRule("gray", List.of());

	/**
	 * Three input planes. A single channel is repeated; three channels are taken
	 * as they are; other numbers are an error.
	 */
	public static final ChannelRule RGB = new ChannelRule("rgb", List.of());

	/** The most channels that an input may have. */
	public static final int MOST_CHANNELS = 16;

	private static final Map<String, ChannelRule> NAMED = Map.of(AS_IS.label,
		AS_IS, GRAY.label, GRAY, RGB.label, RGB);
	private static final int LONGEST_NAME = 100;

	private final String label;
	private final List<String> selected;

	private ChannelRule(final String label, final List<String> selected) {
		this.label = label;
		this.selected = selected;
	}

	/**
	 * @return the name in files, macros and on the command line; for chosen
	 *         channels the list, such as "1,3"
	 */
	public String label() {
		return label;
	}

	/**
	 * @return the chosen channels in the order of the input planes, each a
	 *         1-based number or the name of a channel; empty for the other rules
	 */
	public List<String> selected() {
		return selected;
	}

	/** @return whether channels are chosen by a list */
	public boolean isSelection() {
		return !selected.isEmpty();
	}

	/** @return the highest channel chosen by its number; 0 if there is none */
	public int highestNumber() {
		return selected.stream().filter(ChannelRule::isNumber).mapToInt(
			Integer::parseInt).max().orElse(0);
	}

	/**
	 * @param channels how many the image has
	 * @param names one for each channel, or none if not known
	 * @param source a path or a title of the image, for messages
	 * @return 0-based indices of the chosen channels in the order of the input
	 *         planes; empty for the other rules
	 * @throws UserFailure if a chosen channel is not there; the message tells
	 *           which there are
	 */
	public int[] indices(final int channels, final List<String> names,
		final String source)
	{
		return selected.stream().mapToInt(entry -> ChannelConversion.index(entry,
			channels, names, source)).toArray();
	}

	static boolean isNumber(final String entry) {
		return entry.matches("\\d+");
	}

	/**
	 * @param channels of a network's input
	 * @return whether this rule makes that number of input planes
	 */
	public boolean gives(final int channels) {
		if (isSelection()) return channels == selected.size();
		if (this == GRAY) return channels == 1;
		if (this == RGB) return channels == 3;
		return channels >= 1;
	}

	/**
	 * @param text "as-is", "gray", "rgb", or 1 to 16 channels separated by
	 *          commas, each a number from 1 or a name
	 * @return the rule
	 * @throws WrongUsage if it is none of these, or names a channel twice
	 */
	public static ChannelRule parse(final String text) {
		final ChannelRule named = NAMED.get(text);
		return named != null ? named : selection(text);
	}

	private static ChannelRule selection(final String text) {
		final List<String> entries = new ArrayList<>();
		for (final String part : text.split(",", -1)) {
			final String entry = part.strip();
			if (entry.isEmpty() || entry.length() > LONGEST_NAME || isNumber(entry) &&
				!entry.matches("[1-9]\\d{0,3}")) throw malformed(text);
			entries.add(entry);
		}
		if (entries.size() > MOST_CHANNELS) throw new WrongUsage(
			"Expected at most " + MOST_CHANNELS + " channels, found " + entries
				.size() + " in channels=" + text + ". Leave some out.");
		final long different = new HashSet<>(entries.stream().map(entry -> entry
			.toLowerCase(Locale.ROOT)).toList()).size();
		if (different < entries.size()) throw new WrongUsage(
			"Expected different channels, found one twice in channels=" + text + ".");
		return new ChannelRule(String.join(",", entries), List.copyOf(entries));
	}

	private static WrongUsage malformed(final String text) {
		return new WrongUsage("Expected channels to be one of 'auto', 'gray', " +
			"'rgb', 'as-is', or channels from 1 by number or name such as 1,3, " +
			"found '" + text + "'.");
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof final ChannelRule rule && label.equals(rule.label);
	}

	@Override
	public int hashCode() {
		return label.hashCode();
	}

	/** @return the label */
	@Override
	public String toString() {
		return label;
	}
}

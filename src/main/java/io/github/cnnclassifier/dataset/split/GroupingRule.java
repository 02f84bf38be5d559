
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How a user wants images to be grouped.
 * <p>
 * Immutable and thread-safe.
 */
public final class GroupingRule {

	/** By a group column if there is one, else guessed from the names. */
	public static final String AUTO = "auto";

	/** Each image stands alone. */
	public static final String NONE = "none";

	/** By the folder that holds the image. */
	public static final String FOLDER = "folder";

	/** By the groups that the data set itself declares. */
	public static final String COLUMN = "column";

	/** A stranger's model may hold any; names of files are shorter. */
	private static final int LONGEST = 1000;

	/** In one name: a second at most, and no pattern of use comes near. */
	private static final int MOST_STEPS = 1_000_000;

	private final String text;
	/** Null if the rule is a word. */
	private final Pattern pattern;

	private GroupingRule(final String text, final Pattern pattern) {
		this.text = text;
		this.pattern = pattern;
	}

	/**
	 * @return all rules that are words: the constants, and what names may tell,
	 *         such as "well" or "parent"
	 */
	public static List<String> words() {
		return Stream.concat(Stream.of(AUTO, NONE, FOLDER, COLUMN), GroupIdea.ALL
			.stream().map(GroupIdea::word)).distinct().toList();
	}

	/**
	 * @param text one of the {@link #words}, or a regular expression that is
	 *          looked for in the name of each image; its first bracket group is
	 *          the name of the image's group
	 * @return the rule
	 * @throws WrongUsage if it is none of these, or has more than 1,000
	 *           characters, more than 255 repetitions of something, or comments
	 */
	public static GroupingRule parse(final String text) {
		if (words().contains(text)) return new GroupingRule(text, null);
		if (text.length() > LONGEST) throw expected(text, "it has " + text
			.length() + " characters, more than " + LONGEST);
		try {
			if (Pattern.compile(text).matcher("").groupCount() > 0)
				return new GroupingRule(text, CountedPattern.of(text));
			throw expected(text, "it has no bracket group");
		}
		catch (final PatternSyntaxException e) {
			throw expected(text, e.getDescription() + " near position " + e
				.getIndex());
		}
	}

	private static WrongUsage expected(final String text, final String why) {
		return new WrongUsage("Expected groups to be " + String.join(", ",
			words()) +
			" or a regular expression whose first bracket group is the name of the " +
			"group, such as ([A-H][0-9]{2})_, found '" + Legible.quote(text) + "': " +
			why + ".");
	}

	/**
	 * @param images as they were found
	 * @return their groups
	 * @throws UserFailure if the rule does not fit the images
	 */
	public Grouping apply(final LabeledImages images) {
		final List<Sample> samples = images.samples();
		final boolean declared = samples.stream().anyMatch(s -> s.group() != null);
		switch (text) {
			case NONE:
				return Grouping.none();
			case FOLDER:
				return explicit(samples, "the folder of the image",
					ParentFolder::ofAny);
			case COLUMN:
				if (declared) return explicit(samples, "what the data set says",
					Sample::group);
				throw new UserFailure("groups=column expects images that declare " +
					"groups, such as a list with a column 'group'; '" + images.origin() +
					"' declares none.");
			case AUTO:
				return declared ? explicit(samples, "what the data set says",
					Sample::group) : GroupGuess.of(samples);
			default:
				return pattern == null ? told(images, GroupIdea.named(text)
					.orElseThrow()) : matched(samples);
		}
	}

	/** What names tell; those that do not tell it stand alone. */
	private Grouping told(final LabeledImages images, final GroupIdea idea) {
		if (images.samples().stream().allMatch(s -> idea.names().apply(s) == null))
			throw new UserFailure("groups=" + text + " expects names that tell the " +
				idea.what() + ", such as '" + idea.example() + "'; no name in '" +
				images.origin() + "' does, for instance '" + images.samples().get(0)
					.name() + "'. Use another value for groups.");
		return explicit(images.samples(), idea.what(), idea.names());
	}

	private Grouping matched(final List<Sample> samples) {
		requireMatch(samples);
		return explicit(samples, "the pattern " + text, this::match);
	}

	private String match(final Sample sample) {
		try {
			final Matcher matcher = pattern.matcher(new CountedText(sample.name(),
				MOST_STEPS, () -> tooSlow(sample)));
			final String name = matcher.find() ? matcher.group(1) : null;
			return name == null || name.isEmpty() ? null : name;
		}
		// the machinery of patterns calls itself for each step of some of them
		catch (final StackOverflowError e) {
			throw tooSlow(sample);
		}
	}

	private UserFailure tooSlow(final Sample sample) {
		return new UserFailure("Expected a pattern for groups that is simple " +
			"enough to be looked for in every name, found '" + Legible.quote(text) +
			"', which takes too many steps in '" + Legible.quote(sample.name()) +
			"'. Use a simpler pattern, without repetitions inside of repetitions.");
	}

	private void requireMatch(final List<Sample> samples) {
		final List<Sample> strangers = samples.stream().filter(s -> match(
			s) == null).toList();
		if (!strangers.isEmpty()) throw new UserFailure(
			"Expected to find the pattern of groups=" + text +
				" in the name of every image; " + strangers.size() + " of " + samples
					.size() + " names do not have it, for instance '" + strangers.get(0)
						.name() + "'. Change the pattern or these names.");
	}

	private Grouping explicit(final List<Sample> samples, final String what,
		final Function<Sample, String> names)
	{
		final String rule = AUTO.equals(text) ? COLUMN : text;
		final Function<Sample, String> known = Grouping.lookedUp(samples, names);
		return new Grouping(rule, GroupCounts.of(samples, known).statement(what),
			known);
	}

	/** Rules of the same text are equal. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof final GroupingRule rule && text.equals(rule.text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}
}

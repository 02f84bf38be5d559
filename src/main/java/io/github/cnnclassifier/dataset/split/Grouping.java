
package io.github.cnnclassifier.dataset.split;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.Sample;

/**
 * Says which images belong together (one well, animal, slide, parent image) and
 * must therefore stay on one side of a split.
 * <p>
 * Immutable and thread-safe.
 */
public final class Grouping {

	private final String rule;
	private final String statement;
	private final Function<Sample, String> names;
	private final String guess;
	private final boolean doubtful;

	/**
	 * Groups that somebody has named.
	 *
	 * @param rule that gives the same grouping again, see {@link GroupingRule}
	 * @param statement what was done, a whole sentence for the user
	 * @param names gives the group of a sample, null if it stands alone
	 */
	Grouping(final String rule, final String statement,
		final Function<Sample, String> names)
	{
		this(rule, statement, names, null);
	}

	/**
	 * @param rule as for the other constructor
	 * @param statement as for the other constructor
	 * @param names as for the other constructor
	 * @param guess what the names of images seem to tell, such as "well"; null if
	 *          nothing was guessed
	 */
	Grouping(final String rule, final String statement,
		final Function<Sample, String> names, final String guess)
	{
		this(rule, statement, names, guess, false);
	}

	private Grouping(final String rule, final String statement,
		final Function<Sample, String> names, final String guess,
		final boolean doubtful)
	{
		this.rule = rule;
		this.statement = statement;
		this.names = names;
		this.guess = guess;
		this.doubtful = doubtful;
	}

	/**
	 * Patterns take long, and a group is asked for again and again.
	 *
	 * @param samples whose groups are looked up now, once
	 * @param names as for the constructor
	 * @return the same names
	 */
	static Function<Sample, String> lookedUp(final List<Sample> samples,
		final Function<Sample, String> names)
	{
		final Map<Sample, String> known = new IdentityHashMap<>();
		samples.forEach(sample -> known.put(sample, names.apply(sample)));
		return sample -> known.containsKey(sample) ? known.get(sample) : names
			.apply(sample);
	}

	/** @return every image stands alone */
	public static Grouping none() {
		return none("Not grouped: each image counts by itself, as asked for.");
	}

	/**
	 * @param statement why, a sentence for the user
	 * @return every image stands alone
	 */
	public static Grouping none(final String statement) {
		return new Grouping(GroupingRule.NONE, statement, sample -> null);
	}

	/** @return every image stands alone, although names tell otherwise */
	static Grouping doubtful(final String statement) {
		return new Grouping(GroupingRule.NONE, statement, sample -> null, null,
			true);
	}

	/**
	 * @return a word such as "none", "column" or "well", or a regular expression,
	 *         which as a rule gives the same grouping again, also where it was
	 *         guessed
	 */
	public String rule() {
		return rule;
	}

	/** @return what was done and why, whole sentences for the user */
	public String statement() {
		return statement;
	}

	/**
	 * @return what the names of the images seem to tell, such as "well"; empty if
	 *         the groups were not guessed, or there are none
	 */
	public Optional<String> guess() {
		return Optional.ofNullable(guess);
	}

	/**
	 * @return whether names seem to tell groups that could not be kept together,
	 *         so that the figures may be too good
	 */
	public boolean isDoubtful() {
		return doubtful;
	}

	/**
	 * @param sample of the data set
	 * @return the name of its group, which may reach over several classes; null
	 *         if it stands alone
	 */
	public String groupOf(final Sample sample) {
		return names.apply(sample);
	}
}

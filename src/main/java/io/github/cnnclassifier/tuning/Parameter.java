
package io.github.cnnclassifier.tuning;

import java.math.BigDecimal;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * A name that may stand in a search space, and what it may be.
 *
 * @param name as in macros and on the command line
 * @param kind of its values
 * @param least for numbers
 * @param most for numbers
 * @param automatic whether 0 stands for what is chosen without a search, beside
 *          the numbers
 * @param check for words: throws a {@link WrongUsage} that says what was
 *          expected
 */
public record Parameter(String name, Kind kind, double least, double most,
		boolean automatic, Consumer<String> check)
{

	/** What values are. */
	public enum Kind {

			/** Any number of a range. */
			NUMBER,

			/** A whole number of a range. */
			WHOLE,

			/** A name or file; only a list of them can be searched. */
			WORD
	}

	/**
	 * @param name of it
	 * @param least allowed
	 * @param most allowed
	 * @return a number
	 */
	public static Parameter number(final String name, final double least,
		final double most)
	{
		return new Parameter(name, Kind.NUMBER, least, most, false, value -> {});
	}

	/**
	 * @param name of it
	 * @param least allowed
	 * @param most allowed
	 * @return a whole number
	 */
	public static Parameter whole(final String name, final int least,
		final int most)
	{
		return new Parameter(name, Kind.WHOLE, least, most, false, value -> {});
	}

	/**
	 * @param name of it
	 * @param least allowed but 0, which is automatic and no end of a range
	 * @param most allowed
	 * @return a whole number
	 */
	public static Parameter wholeOrAutomatic(final String name, final int least,
		final int most)
	{
		return new Parameter(name, Kind.WHOLE, least, most, true, value -> {});
	}

	/**
	 * @param name of it
	 * @param check throws a {@link WrongUsage} that says what was expected
	 * @return a word
	 */
	public static Parameter word(final String name,
		final Consumer<String> check)
	{
		return new Parameter(name, Kind.WORD, 0, 0, false, check);
	}

	/** @throws WrongUsage if it is none of the values */
	void require(final String value) {
		if (kind == Kind.WORD) check.accept(value);
		else number(value);
	}

	/** @throws WrongUsage if it is no number that is allowed */
	double number(final String text) {
		try {
			final BigDecimal exact = new BigDecimal(text.strip());
			final double value = exact.doubleValue();
			if ((automatic && value == 0 || value >= least && value <= most) &&
				(kind != Kind.WHOLE || exact.stripTrailingZeros().scale() <= 0))
				return value;
		}
		catch (final NumberFormatException e) {
			throw wrong(text);
		}
		throw wrong(text);
	}

	private WrongUsage wrong(final String text) {
		return new WrongUsage("Expected " + name + " to be " + allowed() +
			", found '" + Legible.quote(text.strip()) + "'.");
	}

	/** @return such as "a whole number from 1 to 4096" */
	String allowed() {
		return switch (kind) {
			case NUMBER -> "a number from " + Digits.text(least) + " to " + Digits
				.text(most);
			case WHOLE -> "a whole number from " + Digits.text(least) + " to " +
				Digits.text(most) + (automatic ? ", or 0" : "");
			case WORD -> "a word";
		};
	}
}

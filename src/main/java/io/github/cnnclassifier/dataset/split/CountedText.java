
package io.github.cnnclassifier.dataset.split;

import java.util.function.Supplier;

/**
 * Text that may be looked at so many times, since a pattern can take longer
 * than anybody lives. Mutable, for one search.
 */
final class CountedText implements CharSequence {

	private final String text;
	private final Supplier<? extends RuntimeException> failure;
	private int left;

	/**
	 * @param text to search
	 * @param most how many characters may be looked at, again and again
	 * @param failure to be thrown at the next one
	 */
	CountedText(final String text, final int most,
		final Supplier<? extends RuntimeException> failure)
	{
		this.text = text;
		this.left = most;
		this.failure = failure;
	}

	@Override
	public char charAt(final int index) {
		if (left-- <= 0) throw failure.get();
		return text.charAt(index);
	}

	@Override
	public int length() {
		return text.length();
	}

	@Override
	public CharSequence subSequence(final int start, final int end) {
		return text.substring(start, end);
	}

	@Override
	public String toString() {
		return text;
	}
}

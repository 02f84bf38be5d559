
package io.github.cnnclassifier.failure;

import java.util.ArrayList;
import java.util.List;

/**
 * A class of labeled images cannot be trained, but the others may be. Where
 * somebody is there to ask, the class may be left out.
 */
public class UnusableClass extends UserFailure {

	private static final long serialVersionUID = 1L;

	private final String problem;
	private final String label;

	/**
	 * @param label of the class
	 * @param listed the same as it stands in a list of classes
	 * @param problem sentences on what is wrong with it
	 * @param advice sentences on what to do, leaving it out among them
	 * @param others what would mend it beside leaving it out
	 */
	public UnusableClass(final String label, final String listed,
		final String problem, final String advice, final Mend... others)
	{
		super(problem + " " + advice, mends(label, listed, others));
		this.label = label;
		this.problem = Legible.message(problem);
	}

	private static List<Mend> mends(final String label, final String listed,
		final Mend... others)
	{
		final List<Mend> mends = new ArrayList<>();
		mends.add(Mend.joining("Leave out '" + Legible.quote(label) + "'",
			"exclude", listed));
		mends.addAll(List.of(others));
		return mends;
	}

	/** @return of the class, as it is stored */
	public String label() {
		return label;
	}

	/** @return the message without the advice */
	public String problem() {
		return problem;
	}
}

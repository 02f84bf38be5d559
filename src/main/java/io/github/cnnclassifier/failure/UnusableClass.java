
package io.github.cnnclassifier.failure;

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
	 * @param problem sentences on what is wrong with it
	 * @param advice sentences on what to do, leaving it out among them
	 */
	public UnusableClass(final String label, final String problem,
		final String advice)
	{
		super(problem + " " + advice);
		this.label = label;
		this.problem = Legible.message(problem);
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

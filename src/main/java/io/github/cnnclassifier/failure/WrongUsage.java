
package io.github.cnnclassifier.failure;

import java.util.List;

/**
 * The request itself was malformed: an unknown command, key or choice, a number
 * out of range or no number at all. The start script ends with exit status 2.
 */
public class WrongUsage extends UserFailure {

	private static final long serialVersionUID = 1L;

	/**
	 * @param message what was expected, what was received, what to do
	 * @param mends what would mend it, the safest first; copied
	 */
	public WrongUsage(final String message, final Mend... mends) {
		super(message, List.of(mends));
	}
}

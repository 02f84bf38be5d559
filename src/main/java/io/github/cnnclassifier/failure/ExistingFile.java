
package io.github.cnnclassifier.failure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A result would replace a file that exists already. Where somebody is there to
 * ask, the answer may allow it.
 */
public class ExistingFile extends UserFailure {

	private static final long serialVersionUID = 1L;

	private final File file;

	/**
	 * @param message which file exists, and what to do
	 * @param file that exists
	 * @param others what would mend it beside the permission to replace it; comes
	 *          before that
	 */
	public ExistingFile(final String message, final Path file,
		final Mend... others)
	{
		super(message, mends(others));
		this.file = file.toFile();
	}

	private static List<Mend> mends(final Mend... others) {
		final List<Mend> mends = new ArrayList<>(List.of(others));
		mends.add(Mend.replacing());
		return mends;
	}

	/** @return the file that exists */
	public Path file() {
		return file.toPath();
	}
}

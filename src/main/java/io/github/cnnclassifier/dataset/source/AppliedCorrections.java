
package io.github.cnnclassifier.dataset.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a list of corrections has changed in a data set.
 *
 * @param applied corrections by which images are of another class, or left out,
 *          in the order of the list; copied
 * @param already corrections that the data set itself agrees with by now
 * @param notApplied the others; copied
 */
public record AppliedCorrections(List<Correction> applied, int already,
		List<NotApplied> notApplied)
{

	/**
	 * A correction that does not count.
	 *
	 * @param path of the image
	 * @param reason why it stays as its folder says, a sentence without a full
	 *          stop
	 */
	public record NotApplied(String path, String reason) {
	}

	/** There is no list, or it does not count. */
	public static final AppliedCorrections NONE = new AppliedCorrections(List
		.of(), 0, List.of());

	private static final int MOST_NAMED = 20;

	/** Copies the lists. */
	public AppliedCorrections {
		applied = List.copyOf(applied);
		notApplied = List.copyOf(notApplied);
	}

	private int leftOut() {
		return (int) applied.stream().filter(Correction::leavesOut).count();
	}

	private int otherClass() {
		return applied.size() - leftOut();
	}

	/**
	 * @return what a reader of figures must know: a whole sentence; empty if
	 *         nothing was changed
	 */
	public Optional<String> caveat() {
		if (applied.isEmpty()) return Optional.empty();
		return Optional.of("The true classes are those of " + Corrections.NAME +
			" for " + count(otherClass()) + ", and " + count(leftOut()) +
			" left out as it says: figures are too good where only what a model got " +
			"wrong was looked at.");
	}

	private static String count(final int corrections) {
		return corrections == 1 ? "1 entry" : corrections + " entries";
	}

	/** @return whole sentences for the user; empty if there is no list */
	public List<String> statements() {
		final List<String> statements = new ArrayList<>();
		final int used = applied.size();
		if (used + already + notApplied.size() == 0) return statements;
		statements.add(used + (used == 1 ? " correction of " : " corrections of ") +
			Corrections.NAME + ": " + otherClass() + " other class, " + leftOut() +
			" left out" + (already == 0 ? "." : "; " + already +
				" more that the images agree with already."));
		if (notApplied.isEmpty()) return statements;
		statements.add("Warning: " + notApplied.size() + (notApplied.size() == 1
			? " correction is not applied: " : " corrections are not applied: ") +
			notApplied.stream().limit(MOST_NAMED).map(one -> "'" + one.path() +
				"': " + one.reason()).collect(Collectors.joining("; ")) + (notApplied
					.size() > MOST_NAMED ? "; ..." : "."));
		return statements;
	}
}

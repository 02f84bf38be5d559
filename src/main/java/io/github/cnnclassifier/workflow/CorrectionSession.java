
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

import io.github.cnnclassifier.dataset.source.Correction;
import io.github.cnnclassifier.dataset.source.Corrections;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PixelHash;

/**
 * What a person decides of images, one decision after the other. Each is on the
 * disk, in the list beside the images, when the method returns, and can be
 * taken back. Thread-safe.
 */
public final class CorrectionSession {

	/**
	 * What came of a decision.
	 *
	 * @param images how many are decided now
	 * @param problems of each of the others why it is not, in a sentence
	 */
	public record Decided(int images, List<String> problems) {
	}

	/** By path: what was decided of it; empty for nothing. */
	private record Step(Map<String, Optional<Correction>> before,
			Map<String, Optional<Correction>> after)
	{
	}

	private final NamedImages images;
	private final String who;
	private final Clock clock;
	// whoever only looks does not wait while images are read
	private final Deque<Step> done = new ConcurrentLinkedDeque<>();
	private final Deque<Step> undone = new ConcurrentLinkedDeque<>();
	private volatile Corrections corrections;

	/**
	 * @param images that are looked at
	 * @param who decides; may be empty
	 * @param clock tells when
	 * @throws UserFailure if the list beside the images is damaged
	 * @throws IOException if it cannot be read
	 */
	public CorrectionSession(final NamedImages images, final String who,
		final Clock clock) throws IOException
	{
		this.images = images;
		this.who = who;
		this.clock = clock;
		corrections = Corrections.of(images.source());
	}

	/**
	 * @param position of an image
	 * @return what is decided of its image; empty if nothing
	 */
	public Optional<Correction> of(final int position) {
		return corrections.of(images.name(position));
	}

	/** @return how many images the list beside the images names */
	public int size() {
		return corrections.all().size();
	}

	/** @return whether there is a decision to take back */
	public boolean canUndo() {
		return !done.isEmpty();
	}

	/** @return whether a decision was taken back last */
	public boolean canRedo() {
		return !undone.isEmpty();
	}

	/**
	 * @param positions of images
	 * @param label their class from now on; where the folder says so, a former
	 *          decision is dropped
	 * @return what came of it
	 * @throws UserFailure if somebody else is writing the list, or damaged it
	 * @throws IOException if it cannot be written; it is then as it was
	 */
	public Decided assign(final int[] positions, final String label)
		throws IOException
	{
		return decide(positions, Correction.Decision.CLASS, label);
	}

	/**
	 * @param positions of images that are left out
	 * @return what came of it
	 * @throws UserFailure as {@link #assign}
	 * @throws IOException as {@link #assign}
	 */
	public Decided exclude(final int[] positions) throws IOException {
		return decide(positions, Correction.Decision.EXCLUDED, "");
	}

	/**
	 * @param positions of images that are left out, as their class cannot be told
	 * @return what came of it
	 * @throws UserFailure as {@link #assign}
	 * @throws IOException as {@link #assign}
	 */
	public Decided setAmbiguous(final int[] positions) throws IOException {
		return decide(positions, Correction.Decision.AMBIGUOUS, "");
	}

	private synchronized Decided decide(final int[] positions,
		final Correction.Decision decision, final String to) throws IOException
	{
		final Map<String, Optional<Correction>> after = new LinkedHashMap<>();
		final List<String> problems = new ArrayList<>();
		for (final int position : positions) {
			final String name = images.name(position);
			if (after.containsKey(name)) continue;
			final ItemOutcome<Optional<Correction>> made = ItemOutcome.of(
				() -> correction(position, decision, to));
			if (made.isFailed()) problems.add("'" + name + "': " + made.reason());
			else after.put(name, made.result());
		}
		if (!after.isEmpty()) {
			final Step step = new Step(now(after), after);
			corrections = Corrections.change(corrections.file(), after);
			done.push(step);
			undone.clear();
		}
		return new Decided(after.size(), problems);
	}

	private Optional<Correction> correction(final int position,
		final Correction.Decision decision, final String to) throws IOException
	{
		final Sample sample = images.first(position).orElseThrow(
			() -> new IOException("There is no such image in '" + images.source() +
				"' any more."));
		if (decision == Correction.Decision.CLASS && to.equals(sample
			.statedLabel())) return Optional.empty();
		return Optional.of(new Correction(images.name(position), sample
			.statedLabel(), decision, to, clock.instant().truncatedTo(
				ChronoUnit.SECONDS), who, PixelHash.of(sample.source().read())));
	}

	private Map<String, Optional<Correction>> now(
		final Map<String, Optional<Correction>> changes)
	{
		final Map<String, Optional<Correction>> now = new LinkedHashMap<>();
		changes.keySet().forEach(path -> now.put(path, corrections.of(path)));
		return now;
	}

	/**
	 * Takes the last decision back.
	 *
	 * @return how many images it was about; 0 if there is none
	 * @throws UserFailure as {@link #assign}
	 * @throws IOException as {@link #assign}
	 */
	public synchronized int undo() throws IOException {
		if (done.isEmpty()) return 0;
		final Step step = done.peek();
		corrections = Corrections.change(corrections.file(), step.before());
		undone.push(done.pop());
		return step.before().size();
	}

	/**
	 * Makes the decision again that was taken back last.
	 *
	 * @return how many images it is about; 0 if there is none
	 * @throws UserFailure as {@link #assign}
	 * @throws IOException as {@link #assign}
	 */
	public synchronized int redo() throws IOException {
		if (undone.isEmpty()) return 0;
		final Step step = undone.peek();
		corrections = Corrections.change(corrections.file(), step.after());
		done.push(undone.pop());
		return step.after().size();
	}
}


package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.NamedImages;

/**
 * What a person corrects while looking at images before a training. Each
 * decision is in the list beside the images when the method returns; no file is
 * moved. Images are named, since positions change with every correction.
 * Thread-safe.
 */
public final class TrainingCorrections {

	private final CorrectionSession session;
	private volatile TrainingPreview preview;

	/**
	 * @param preview what is seen
	 * @param who decides; may be empty
	 * @param clock tells when
	 * @throws UserFailure if the list beside the images is damaged
	 * @throws IOException if it cannot be read
	 */
	public TrainingCorrections(final TrainingPreview preview, final String who,
		final Clock clock) throws IOException
	{
		this.preview = preview;
		session = new CorrectionSession(new Seen(), who, clock);
	}

	/** @param next what is seen from now on, of the same images */
	public void see(final TrainingPreview next) {
		preview = next;
	}

	/**
	 * @param names of images; unknown ones stay as they are
	 * @param label their class from now on
	 * @return what came of it
	 * @throws UserFailure as {@link CorrectionSession#assign}
	 * @throws IOException as {@link CorrectionSession#assign}
	 */
	public CorrectionSession.Decided move(final List<String> names,
		final String label) throws IOException
	{
		return session.assign(positions(names), label);
	}

	/**
	 * @param names of images that are left out; unknown ones stay
	 * @return what came of it
	 * @throws UserFailure as {@link CorrectionSession#exclude}
	 * @throws IOException as {@link CorrectionSession#exclude}
	 */
	public CorrectionSession.Decided leaveOut(final List<String> names)
		throws IOException
	{
		return session.exclude(positions(names));
	}

	private int[] positions(final List<String> names) {
		final TrainingPreview seen = preview;
		return names.stream().map(seen::position).flatMap(Optional::stream)
			.mapToInt(Integer::intValue).toArray();
	}

	/**
	 * @return how many images the last decision was about, which is taken back; 0
	 *         if there is none
	 * @throws UserFailure as {@link CorrectionSession#undo}
	 * @throws IOException as {@link CorrectionSession#undo}
	 */
	public int undo() throws IOException {
		return session.undo();
	}

	/**
	 * @return how many images the decision is about that is made again; 0 if
	 *         there is none
	 * @throws UserFailure as {@link CorrectionSession#redo}
	 * @throws IOException as {@link CorrectionSession#redo}
	 */
	public int redo() throws IOException {
		return session.redo();
	}

	/** @return whether there is a decision to take back */
	public boolean canUndo() {
		return session.canUndo();
	}

	/** @return whether a decision was taken back last */
	public boolean canRedo() {
		return session.canRedo();
	}

	/** What is seen at the moment. */
	private final class Seen implements NamedImages {

		@Override
		public Path source() {
			return preview.source();
		}

		@Override
		public String name(final int position) {
			return preview.name(position);
		}

		@Override
		public Optional<Sample> first(final int position) {
			return preview.first(position);
		}
	}
}

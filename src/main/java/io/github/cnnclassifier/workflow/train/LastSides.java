
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Divides looked-at images, but only where something has changed since the last
 * time on which the division depends: who types the name of a model divides
 * nothing. Thread-safe.
 */
public final class LastSides {

	/** Divides images, which may take a while. */
	@FunctionalInterface
	interface Dividing {

		/** As {@link TrainingPreview#sides}. */
		TrainingSides of(TrainingPreview preview, SidesWish wish);
	}

	/** A model whose split is kept, as it is now. */
	private record StoredModel(Path file, FileTime changed, long bytes) {

		/** @return empty if there is no such file */
		static Optional<StoredModel> of(final Path file) {
			try {
				final BasicFileAttributes now = Files.readAttributes(file,
					BasicFileAttributes.class);
				return now.isRegularFile() ? Optional.of(new StoredModel(file, now
					.lastModifiedTime(), now.size())) : Optional.empty();
			}
			catch (final IOException e) {
				// whoever needs it says so
				return Optional.empty();
			}
		}
	}

	/** All on which a division depends. */
	private record Basis(TrainingPreview preview, Set<String> exclude,
			SplitOptions division, long seed, Optional<StoredModel> kept)
	{

		static Basis of(final TrainingPreview preview, final SidesWish wish) {
			return new Basis(preview, wish.exclude(), wish.division(), wish.seed(),
				StoredModel.of(wish.division().splitFrom().orElse(wish.model())));
		}
	}

	private final Dividing dividing;
	/** Of the last division; all guarded by this. */
	private Basis basis;
	private TrainingSides sides;
	private UserFailure refusal;

	/** With nothing divided yet. */
	public LastSides() {
		this(TrainingPreview::sides);
	}

	LastSides(final Dividing dividing) {
		this.dividing = dividing;
	}

	/**
	 * @param preview the images
	 * @param wish of the user
	 * @return the sides
	 * @throws UserFailure why training would refuse the images
	 */
	public synchronized TrainingSides of(final TrainingPreview preview,
		final SidesWish wish)
	{
		final Basis now = Basis.of(preview, wish);
		if (!now.equals(basis)) divide(now, preview, wish);
		if (refusal != null) throw refusal;
		return sides;
	}

	/** What ends by a fault is not remembered. */
	private void divide(final Basis now, final TrainingPreview preview,
		final SidesWish wish)
	{
		basis = null;
		sides = null;
		refusal = null;
		try {
			sides = dividing.of(preview, wish);
		}
		catch (final UserFailure e) {
			refusal = e;
		}
		basis = now;
	}
}


package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;

/**
 * Moves a model file into the bin of the system, and the file beside it from
 * which its training can go on as well. Where there is no bin, nothing happens
 * unless it is wanted for good.
 */
public final class DeleteModel {

	/** The bin of a system. */
	@FunctionalInterface
	public interface Bin {

		/**
		 * @param file an existing one
		 * @return whether it is in the bin now; if not, it is where it was
		 */
		boolean takes(Path file);
	}

	/**
	 * @param model an existing file
	 * @param forGood whether it is deleted, without a bin
	 */
	public record Request(Path model, boolean forGood) {
	}

	/**
	 * @param done false if there is no bin that takes it; then it is as it was
	 * @param left the file beside it from which its training could go on, if that
	 *          is still there although the model is gone; else empty
	 */
	public record Result(boolean done, Optional<Path> left) {

		/** @return what a person must know of it, a sentence; empty for nothing */
		public Optional<String> remark() {
			return left.map(file -> "The model is gone, but '" + file +
				"', from which its training can go on, is still there: delete it " +
				"yourself if nothing needs it.");
		}
	}

	private final Bin bin;
	private final Progress progress;

	/**
	 * @param bin takes files
	 * @param progress is told
	 */
	public DeleteModel(final Bin bin, final Progress progress) {
		this.bin = bin;
		this.progress = progress;
	}

	/**
	 * @param request which file
	 * @return whether it is gone
	 * @throws UserFailure if there is no such file, it came along, or a training
	 *           is writing it
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request request) throws IOException {
		final Path model = request.model();
		RenameModel.requireFile(model, "deleted");
		try (OutputClaim claim = OutputClaim.of(model)) {
			final Path kept = ResumeFile.of(model);
			// the lesser one last: alone, it could not be found
			if (!remove(model, request.forGood())) return new Result(false, Optional
				.empty());
			progress.message("The model '" + model + "' is " + (request.forGood()
				? "deleted." : "in the bin."));
			final Result result = new Result(true, isLeft(kept, request.forGood())
				? Optional.of(kept) : Optional.empty());
			result.remark().ifPresent(progress::message);
			return result;
		}
	}

	/** The model is gone by then, whatever becomes of this one. */
	private boolean isLeft(final Path kept, final boolean forGood) {
		try {
			return Files.exists(kept) && !remove(kept, forGood);
		}
		catch (final IOException e) {
			progress.message(e.getMessage());
			return true;
		}
	}

	private boolean remove(final Path file, final boolean forGood)
		throws IOException
	{
		if (!forGood) return bin.takes(file);
		Files.delete(file);
		return true;
	}
}


package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;

/**
 * Gives a model file another name in its folder, and the file beside it from
 * which its training can go on as well. Nothing is ever replaced.
 */
public final class RenameModel {

	/**
	 * @param model an existing file
	 * @param name the new one; its ending may be missing
	 */
	public record Request(Path model, String name) {
	}

	/**
	 * @param model where the file is now
	 */
	public record Result(Path model) {
	}

	private final Progress progress;

	/** @param progress is told */
	public RenameModel(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * @param request which file, and the name
	 * @return where it is now
	 * @throws WrongUsage if some system does not allow the name
	 * @throws NameTaken if another file has it
	 * @throws UserFailure if there is no such file, it came along, or a training
	 *           is writing it
	 * @throws IOException if the disk fails; both files are then as they were
	 */
	public Result run(final Request request) throws IOException {
		final Path model = request.model();
		requireFile(model, "renamed");
		final Path target = model.resolveSibling(ModelName.of(request.name()));
		if (target.equals(model)) return new Result(model);
		try (OutputClaim before = OutputClaim.of(model);
				OutputClaim after = OutputClaim.of(target))
		{
			final Path kept = ResumeFile.of(model);
			final boolean resumable = Files.exists(kept);
			requireFree(model, target);
			if (resumable) requireFree(kept, ResumeFile.of(target));
			Files.move(model, target);
			if (resumable) moveBeside(kept, model, target);
		}
		progress.message("The model '" + model.getFileName() + "' is called '" +
			target.getFileName() + "' now.");
		return new Result(target);
	}

	/**
	 * @param model that is to be changed
	 * @param what is to become of it
	 */
	static void requireFile(final Path model, final String what) {
		if (ShippedModel.isNamed(model)) throw new UserFailure("The model '" +
			model + "' came along and cannot be " + what + ".");
		if (!Files.isRegularFile(model)) throw new UserFailure(
			"There is no model file '" + model +
				"' any more. Look at the list again.");
	}

	/** Upper and lower case may be one name. */
	private static void requireFree(final Path file, final Path target)
		throws IOException
	{
		if (Files.exists(target) && !Files.isSameFile(file, target))
			throw new NameTaken(target.getFileName().toString(), ModelName.free(target
				.getFileName().toString().endsWith(ResumeFile.ENDING) ? ResumeFile
					.modelOf(target) : target));
	}

	private static void moveBeside(final Path kept, final Path model,
		final Path target) throws IOException
	{
		try {
			Files.move(kept, ResumeFile.of(target));
		}
		catch (final IOException e) {
			Files.move(target, model);
			throw e;
		}
	}
}

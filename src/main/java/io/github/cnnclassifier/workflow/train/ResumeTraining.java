
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.training.TrainingState;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Goes on with a training that was interrupted: by a person, a killed process,
 * a full disk. At most one epoch is lost, or five seconds where epochs are
 * shorter; in exact mode the model becomes the one that it would have become,
 * bit for bit.
 */
public final class ResumeTraining {

	/** The epochs that were asked for. */
	public static final int AS_BEFORE = 0;

	/**
	 * What is asked for.
	 *
	 * @param model the file that the training writes; or the one beside it that
	 *          ends with {@code .resume}
	 * @param images where its images are now; empty for where they were
	 * @param epochs how many it shall have in all, more than are done; 0 for as
	 *          many as were asked for
	 * @param report folder for a report on the validation side; empty for where
	 *          the training was asked to put it, if it was
	 * @param corrections whether a list of corrections beside the images counts,
	 *          which must be as before; empty if that is not said again
	 */
	public record Request(Path model, Optional<Path> images, int epochs,
			Optional<Path> report, Optional<CorrectionUse> corrections)
	{

		/** With the corrections of the training. */
		public Request(final Path model, final Optional<Path> images,
			final int epochs, final Optional<Path> report)
		{
			this(model, images, epochs, report, Optional.empty());
		}

		/** With a report only if the training was asked for one. */
		public Request(final Path model, final Optional<Path> images,
			final int epochs)
		{
			this(model, images, epochs, Optional.empty());
		}
	}

	/**
	 * What came of it.
	 *
	 * @param training as of one that was not interrupted
	 * @param request what was asked for in all
	 */
	public record Result(TrainClassifier.Result training,
			TrainClassifier.Request request)
	{
	}

	private final TrainClassifier training;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param listener watches the training; told first of the epochs that are
	 *          done
	 * @param progress shows and cancels
	 */
	public ResumeTraining(final Tools tools, final TrainingListener listener,
		final Progress progress)
	{
		this(new TrainClassifier(tools, listener, progress), progress);
	}

	/**
	 * With somebody who can throw away what was learned.
	 *
	 * @param tools of the host
	 * @param listener watches the training; told first of the epochs that are
	 *          done
	 * @param discarded whether nothing of the training shall be left; asked when
	 *          it has ended
	 * @param progress shows and cancels
	 */
	public ResumeTraining(final Tools tools, final TrainingListener listener,
		final BooleanSupplier discarded, final Progress progress)
	{
		this(new TrainClassifier(tools, listener, GroupQuestion.UNASKED, discarded,
			progress), progress);
	}

	private ResumeTraining(final TrainClassifier training,
		final Progress progress)
	{
		this.training = training;
		this.progress = progress;
	}

	/**
	 * Goes on.
	 *
	 * @param asked what is asked for
	 * @return what came of the training
	 * @throws WrongUsage if the number of epochs is impossible, the training
	 *           writes another file, or was begun with other corrections
	 * @throws UserFailure if there is nothing to go on with, the training still
	 *           runs, or images, network or files are not as they were
	 * @throws CanceledException if the user stopped before there was a model
	 * @throws IOException if the model cannot be written
	 */
	public Result run(final Request asked) throws IOException {
		final Request request = new Request(ResumeFile.modelOf(asked.model()), asked
			.images(), asked.epochs(), asked.report(), asked.corrections());
		final Path file = ResumeFile.of(request.model());
		requireFile(file, request.model());
		ModelFileStore.requireWritable(request.model(), true);
		try (OutputClaim claim = OutputClaim.of(request.model())) {
			// it may just have ended
			requireFile(file, request.model());
			final KeptTraining kept = ResumeFile.read(file);
			requireSameModel(request.model(), file, kept);
			return goOn(request, file, kept);
		}
	}

	private Result goOn(final Request request, final Path file,
		final KeptTraining kept) throws IOException
	{
		final TrainClassifier.Request before = before(request, file, kept);
		KeptCorrections.requireSame(request.corrections(), before.corrections());
		final Path images = request.images().orElse(before.images());
		if (!Files.exists(images)) throw new UserFailure(
			"The images of this training were in '" + images +
				"', where there is nothing now. Name the place where they are: " +
				"images=DIR.");
		if (request.report().isPresent()) requireReport(request.report().get(),
			before, images);
		final boolean longer = request.epochs() != AS_BEFORE;
		final TrainClassifier.Request now = new TrainClassifier.Request(images,
			before.exclude(), before.division(), before.input(), before.planes(),
			before.start(), before.network(), longer ? forEpochs(before.training(),
				request.epochs()) : before.training(), before.learnFrom(), request
					.model(), true, before.cacheFolder(), before.corrections(), request
						.report().or(before::report), before.notes());
		return new Result(training.goOn(now, TrainingFile.goOn(now, longer
			? lengthened(kept, request.epochs()) : kept, progress)), now);
	}

	/** Only what the training has left itself is replaced. */
	private static void requireReport(final Path report,
		final TrainClassifier.Request before, final Path images) throws IOException
	{
		final boolean same = before.report().isPresent() && Outputs.isSame(before
			.report().get(), report);
		EvaluationFiles.requireWritable(report, same, images);
		new EpochTable(Optional.of(report), Progress.none()).requireWritable(same);
	}

	private static TrainClassifier.Request before(final Request request,
		final Path file, final KeptTraining kept)
	{
		try {
			return new RequestEntries(kept.request()).read(request.model(), kept
				.images().groups());
		}
		catch (final UserFailure e) {
			throw new UserFailure("Cannot resume from '" + file + "'. " + e
				.getMessage(), e);
		}
	}

	/**
	 * Both may have been renamed; but another file whose training would be kept
	 * in the same place is another model.
	 */
	private static void requireSameModel(final Path model, final Path file,
		final KeptTraining kept)
	{
		final Path written = new RequestEntries(kept.request()).model().map(
			model::resolveSibling).orElse(model);
		if (!written.equals(model) && ResumeFile.of(written).equals(file))
			throw new WrongUsage("Expected model to be '" + written +
				"', the file that the training kept in '" + file + "' writes, found '" +
				model + "'. Name that one.");
	}

	private static void requireFile(final Path file, final Path model) {
		if (Files.isRegularFile(file)) return;
		if (Files.exists(model)) throw TrainingFile.hasEnded(model);
		throw new UserFailure("There is nothing to resume: there is neither the " +
			"model '" + model + "' nor '" + file + "', where its training would be " +
			"kept from the moment when its images are read. Check the name, or train " +
			"anew.");
	}

	private static KeptTraining lengthened(final KeptTraining kept,
		final int epochs)
	{
		if (kept.first().isPresent()) throw new WrongUsage(
			"Expected no epochs, found " + epochs + ": the second run of this " +
				"training, which learns from all images, has as many as the first one " +
				"kept. Leave it out.");
		return new KeptTraining(kept.request(), kept.images(), kept.first(), kept
			.run().map(run -> new KeptTraining.Run(run.spec(), lengthened(run.state(),
				epochs))));
	}

	private static TrainingState lengthened(final TrainingState state,
		final int epochs)
	{
		final int done = state.history().size();
		if (epochs <= done) throw new WrongUsage("Expected more epochs than the " +
			done + " that are done, found " + epochs + ".");
		return state.with(forEpochs(state.settings(), epochs));
	}

	/** A patience that somebody has chosen stays. */
	private static TrainingSettings forEpochs(final TrainingSettings settings,
		final int epochs)
	{
		final Map<String, String> entries = new LinkedHashMap<>(settings.entries());
		entries.put("epochs", Integer.toString(epochs));
		final boolean chosen = settings.epochs() == TrainingSettings.AUTOMATIC ||
			settings.patienceEpochs() < settings.epochs();
		return chosen ? TrainingSettings.read(entries, settings.seed()) : settings
			.forEpochs(epochs);
	}
}

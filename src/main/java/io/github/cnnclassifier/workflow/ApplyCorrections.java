
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.Correction;
import io.github.cnnclassifier.dataset.source.CorrectionLog;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Corrections;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.storage.OutputClaim;

/**
 * Moves the files of corrected images into the folders of their classes, or
 * back. Each move is in a log before it is made. Images that are left out stay
 * where they are, and in the list.
 */
public final class ApplyCorrections {

	/**
	 * What is asked for.
	 *
	 * @param images a folder of class folders
	 * @param planes what became of stacks when they were corrected
	 * @param undo whether all that was moved before goes back
	 */
	public record Request(Path images, PlanePolicy planes, boolean undo) {
	}

	/**
	 * What came of it.
	 *
	 * @param moved files
	 * @param left of each file that was not moved, where it is and why
	 * @param log that allows to go back; need not exist
	 */
	public record Result(int moved, List<FailedSample> left, Path log) {
	}

	private final ImageReader reader;
	private final Progress progress;

	/**
	 * @param reader opens images, to see whether they are still the same
	 * @param progress shows and cancels
	 */
	public ApplyCorrections(final ImageReader reader, final Progress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	/**
	 * Moves. Nothing is ever replaced: where a file of that name is there
	 * already, the image stays where it is and is told.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if it is no folder, there is nothing to do, a list is
	 *           damaged, or another run is at it
	 * @throws CanceledException if the user stopped; what was moved is in the log
	 * @throws IOException if a list cannot be read or written
	 */
	public Result run(final Request request) throws IOException {
		if (!Files.isDirectory(request.images())) throw new UserFailure(
			"Expected a folder of class folders, found '" + request.images() + (Files
				.exists(request.images())
					? "'. A list of images tells the classes itself: change it there."
					: "', which does not exist."));
		try (OutputClaim claim = OutputClaim.of(request.images().resolve(
			Corrections.LOG)))
		{
			final CorrectionLog log = CorrectionLog.of(request.images());
			final Result result = request.undo() ? back(request, log) : apply(request,
				log);
			if (result.moved() > 0 && Files.exists(request.images().resolve(
				RegionList.NAME))) progress.message("'" + RegionList.NAME +
					"' still names the former places; groups are found by the names of " +
					"files.");
			return result;
		}
	}

	private Result apply(final Request request, final CorrectionLog log)
		throws IOException
	{
		final Corrections corrections = Corrections.of(request.images());
		if (corrections.all().isEmpty()) throw new UserFailure(
			"Expected a list of " + "corrections in '" + corrections.file() +
				"', found none. Correct images " +
				"in the window of an evaluation first.");
		final LabeledImages images = LabeledImages.openAsFound(request.images(),
			reader, Set.of(), request.planes(), CorrectionUse.USE);
		FoundImages.tellCorrections(images, progress);
		final List<FailedSample> left = new ArrayList<>();
		images.corrections().notApplied().forEach(one -> left.add(new FailedSample(
			one.path(), "", "The correction does not count: " + one.reason() + ".")));
		final Set<String> moved = movedBefore(request.images(), log, corrections);
		left.removeIf(one -> moved.contains(one.name()));
		final List<CorrectionLog.Move> planned = planned(images, corrections, left);
		final List<CorrectionLog.Move> all = new ArrayList<>(log.moves());
		planned.stream().filter(move -> !all.contains(move)).forEach(all::add);
		// before the first file is moved, so that a killed run can be understood
		log.replacedBy(all);
		int count = 0;
		try {
			for (final CorrectionLog.Move move : planned) {
				progress.checkCanceled();
				final Optional<String> obstacle = moved(request.images(), move
					.correction().path(), move.newPath());
				if (obstacle.isEmpty()) {
					moved.add(move.correction().path());
					count++;
				}
				else {
					all.remove(move);
					left.add(new FailedSample(move.correction().path(), move.correction()
						.from(), obstacle.get()));
				}
			}
		}
		finally {
			final Map<String, Optional<Correction>> settled = new LinkedHashMap<>();
			moved.forEach(path -> settled.put(path, Optional.empty()));
			if (!settled.isEmpty()) Corrections.change(corrections.file(), settled);
			all.removeIf(move -> planned.contains(move) && !moved.contains(move
				.correction().path()));
			log.replacedBy(all);
		}
		return new Result(count, left, log.file());
	}

	/** A run that was killed may have moved files that the list still names. */
	private static Set<String> movedBefore(final Path folder,
		final CorrectionLog log, final Corrections corrections)
	{
		final Set<String> moved = new HashSet<>();
		for (final CorrectionLog.Move move : log.moves()) {
			final String path = move.correction().path();
			if (corrections.of(path).equals(Optional.of(move.correction())) && !Files
				.exists(folder.resolve(path)) && Files.exists(folder.resolve(move
					.newPath()))) moved.add(path);
		}
		return moved;
	}

	private List<CorrectionLog.Move> planned(final LabeledImages images,
		final Corrections corrections, final List<FailedSample> left)
	{
		final Map<String, Sample> corrected = new HashMap<>();
		for (final Sample sample : images.samples()) {
			if (sample.label().equals(sample.statedLabel())) continue;
			corrected.put(sample.name(), sample);
			if (sample.source().stack() != null) corrected.putIfAbsent(sample.source()
				.stack(), sample);
		}
		final Set<String> refused = images.corrections().notApplied().stream().map(
			one -> one.path()).collect(Collectors.toSet());
		final List<CorrectionLog.Move> planned = new ArrayList<>();
		for (final Correction correction : corrections.all()) {
			final Sample sample = corrected.get(correction.path());
			if (sample == null || correction.leavesOut() || refused.contains(
				correction.path())) continue;
			final Optional<String> obstacle = obstacle(images, correction, sample);
			if (obstacle.isPresent()) left.add(new FailedSample(correction.path(),
				correction.from(), obstacle.get()));
			else planned.add(new CorrectionLog.Move(correction, newPath(correction,
				sample)));
		}
		return planned;
	}

	private static Optional<String> obstacle(final LabeledImages images,
		final Correction correction, final Sample sample)
	{
		final Path file = Path.of(images.origin()).resolve(correction.path());
		final boolean whole = sample.source().place().filter(place -> place
			.region() == null && place.file().equals(file)).isPresent();
		if (!whole || correction.path().indexOf('/') < 0) return Optional.of(
			"It is a part of a file, which cannot be moved alone; the correction " +
				"stays in the list.");
		return SafeName.of(correction.to()).equals(correction.to()) ? Optional
			.empty() : Optional.of("Its class '" + correction.to() +
				"' cannot be the name of a folder.");
	}

	/** The folder of the class is the first one, or below that of a side. */
	private static String newPath(final Correction correction,
		final Sample sample)
	{
		final String[] parts = correction.path().split("/");
		final boolean belowSide = sample.declaredSide() != null &&
			parts.length > 2 && parts[1].equals(correction.from());
		parts[belowSide ? 1 : 0] = correction.to();
		return String.join("/", parts);
	}

	/** @return why the file stays where it is; empty if it was moved */
	private static Optional<String> moved(final Path folder, final String from,
		final String to)
	{
		final Path target = folder.resolve(to);
		if (Files.exists(target)) return Optional.of("'" + to +
			"' is there already and is not replaced. Rename one of them.");
		try {
			Files.createDirectories(target.getParent());
			Files.move(folder.resolve(from), target);
			return Optional.empty();
		}
		catch (final IOException e) {
			return Optional.of("It cannot be moved: " + DiskTrouble.reason(e) + ".");
		}
	}

	private Result back(final Request request, final CorrectionLog log)
		throws IOException
	{
		if (log.moves().isEmpty()) throw new UserFailure(
			"Expected a log of moved " + "files in '" + log.file() +
				"', found none: there is nothing to take " + "back.");
		final Corrections corrections = Corrections.of(request.images());
		final List<CorrectionLog.Move> latestFirst = new ArrayList<>(log.moves());
		Collections.reverse(latestFirst);
		final List<CorrectionLog.Move> stay = new ArrayList<>(log.moves());
		final Map<String, Optional<Correction>> restored = new LinkedHashMap<>();
		final List<FailedSample> left = new ArrayList<>();
		int count = 0;
		try {
			for (final CorrectionLog.Move move : latestFirst) {
				progress.checkCanceled();
				final Optional<String> obstacle = corrections.of(move.newPath())
					.isPresent() ? Optional.of(
						"It was corrected again since. Take that " + "back first.")
						: movedBack(request.images(), move);
				if (obstacle.isPresent()) {
					left.add(new FailedSample(move.newPath(), move.correction().to(),
						obstacle.get()));
					continue;
				}
				count++;
				stay.remove(move);
				restored.put(move.correction().path(), Optional.of(move.correction()));
			}
		}
		finally {
			if (!restored.isEmpty()) Corrections.change(corrections.file(), restored);
			log.replacedBy(stay);
		}
		return new Result(count, left, log.file());
	}

	/** One that a killed run has moved back already is where it belongs. */
	private static Optional<String> movedBack(final Path folder,
		final CorrectionLog.Move move)
	{
		final String former = move.correction().path();
		if (!Files.exists(folder.resolve(move.newPath())) && Files.exists(folder
			.resolve(former))) return Optional.empty();
		return moved(folder, move.newPath(), former);
	}
}

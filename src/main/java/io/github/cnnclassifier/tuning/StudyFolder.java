
package io.github.cnnclassifier.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.BoundedJson;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * A study on disk: {@code study.json} tells what decides its trials, and each
 * trial that ended is a file of its own in {@code trials}, written whole or not
 * at all, so that a study that was killed goes on behind its last one. One run
 * at a time has it. Whoever makes it closes it. Not thread-safe.
 */
public final class StudyFolder implements AutoCloseable {

	private static final String STUDY = "study.json";
	private static final String TRIALS = "trials";
	private static final String SETTINGS = "settings";

	private final Path folder;
	private final OutputClaim claim;
	/** Whether there is another study, which goes when this one begins. */
	private final boolean replaces;
	private final boolean goesOn;

	private StudyFolder(final Path folder, final OutputClaim claim,
		final boolean isThere, final boolean resume)
	{
		this.folder = folder;
		this.claim = claim;
		replaces = isThere && !resume;
		goesOn = isThere && resume;
	}

	/**
	 * @param folder of the study; made if it does not exist
	 * @param resume whether a study that is there goes on
	 * @param overwrite whether one that is there is removed when this one begins;
	 *          does not count beside {@code resume}
	 * @return the study, closed by the caller
	 * @throws ExistingFile if there is a study, and none of both is asked for
	 * @throws UserFailure if another run has it, or it cannot be written
	 * @throws IOException if the disk fails
	 */
	public static StudyFolder open(final Path folder, final boolean resume,
		final boolean overwrite) throws IOException
	{
		Outputs.requireWritableFolder(folder);
		final Path study = folder.resolve(STUDY);
		final OutputClaim claim = OutputClaim.of(study);
		boolean opened = false;
		try {
			if (Files.exists(study) && !resume && !overwrite) throw new ExistingFile(
				"The folder '" + folder + "' has a study already. Go on with it with " +
					"resume=true, choose another folder, or set overwrite=true.");
			// files that are not of a study are not ours to remove
			final StudyFolder result = new StudyFolder(folder, claim, Files.exists(
				study), resume);
			opened = true;
			return result;
		}
		finally {
			if (!opened) claim.close();
		}
	}

	/**
	 * @return whether a study was there and goes on, so that its files are ours
	 */
	public boolean goesOn() {
		return goesOn;
	}

	private void removeTrials() throws IOException {
		for (final Path file : trialFiles())
			Files.delete(file);
	}

	/**
	 * Begins the study, or goes on with it. One that is to be replaced goes now,
	 * when nothing but the disk can fail any more.
	 *
	 * @param settings all that decides what the trials are, by name
	 * @return the trials that ended before
	 * @throws UserFailure if the study that goes on has other settings; tells
	 *           each difference. Also if one of its files is damaged
	 * @throws IOException if the disk fails
	 */
	public List<FinishedTrial> begin(final Map<String, String> settings)
		throws IOException
	{
		final Path study = folder.resolve(STUDY);
		if (replaces) removeTrials();
		final List<FinishedTrial> trials = trials();
		if (trials.isEmpty()) write(study, settings);
		else requireSame(read(study), settings);
		return trials;
	}

	private static void write(final Path study,
		final Map<String, String> settings) throws IOException
	{
		final JsonObject values = new JsonObject();
		settings.forEach(values::addProperty);
		final JsonObject json = new JsonObject();
		json.addProperty("format", 1);
		json.add(SETTINGS, values);
		writeText(study, new GsonBuilder().disableHtmlEscaping().setPrettyPrinting()
			.create().toJson(json) + "\n");
	}

	private static Map<String, String> read(final Path study) throws IOException {
		if (!Files.isRegularFile(study)) throw damaged(study, "it is missing",
			null);
		try {
			final Map<String, String> settings = new LinkedHashMap<>();
			for (final Map.Entry<String, JsonElement> e : BoundedJson.read(Files
				.readAllBytes(study)).getAsJsonObject().getAsJsonObject(SETTINGS)
				.entrySet())
				settings.put(e.getKey(), e.getValue().getAsString());
			return settings;
		}
		catch (final IOException | RuntimeException e) {
			throw damaged(study, "it cannot be read", e);
		}
	}

	private void requireSame(final Map<String, String> before,
		final Map<String, String> now)
	{
		final Map<String, String> all = new LinkedHashMap<>(now);
		before.forEach(all::putIfAbsent);
		final List<String> differing = all.keySet().stream().filter(key -> !Objects
			.equals(before.get(key), now.get(key))).toList();
		if (differing.isEmpty()) return;
		throw new UserFailure("The study in '" + folder +
			"' cannot go on, as it was begun with other settings: " + differing
				.stream().map(key -> "expected " + key + " '" + Legible.quote(before
					.getOrDefault(key, "")) + "', found '" + Legible.quote(now
						.getOrDefault(key, "")) + "'").collect(Collectors.joining("; ")) +
			". Give the same settings, or choose another folder.");
	}

	private List<FinishedTrial> trials() throws IOException {
		final List<FinishedTrial> trials = new ArrayList<>();
		for (final Path file : trialFiles()) {
			final FinishedTrial trial = trial(file);
			if (trial.trial().number() != trials.size() + 1) throw damaged(file,
				"it is trial " + trial.trial().number() + ", expected was trial " +
					(trials.size() + 1), null);
			trials.add(trial);
		}
		return trials;
	}

	private static FinishedTrial trial(final Path file) {
		try {
			return TrialJson.read(Files.readAllBytes(file));
		}
		catch (final IOException e) {
			throw damaged(file, e.getMessage(), e);
		}
	}

	private static UserFailure damaged(final Path file, final String reason,
		final Throwable cause)
	{
		return new UserFailure("The study cannot go on: '" + file +
			"' is not as it was written, " + reason +
			". Put it back, or choose another folder.", cause);
	}

	/** @return in the order of their numbers */
	private List<Path> trialFiles() throws IOException {
		final Path trials = folder.resolve(TRIALS);
		if (!Files.isDirectory(trials)) return List.of();
		try (Stream<Path> files = Files.list(trials)) {
			return files.filter(f -> f.getFileName().toString().matches(
				"\\d{4,6}\\.json")).sorted((a, b) -> Integer.compare(number(a), number(
					b))).toList();
		}
	}

	private static int number(final Path file) {
		return Integer.parseInt(file.getFileName().toString().replace(".json", ""));
	}

	/**
	 * Keeps a trial.
	 *
	 * @param trial that ended
	 * @throws IOException if the disk fails; the trial is then not there
	 */
	void add(final FinishedTrial trial) throws IOException {
		writeText(folder.resolve(TRIALS).resolve(String.format(Locale.ROOT,
			"%04d.json", trial.trial().number())), TrialJson.write(trial));
	}

	private static void writeText(final Path file, final String text)
		throws IOException
	{
		WholeFile.write(file, out -> out.write(text.getBytes(
			StandardCharsets.UTF_8)));
	}

	@Override
	public void close() throws IOException {
		claim.close();
	}
}

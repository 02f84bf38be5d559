
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;

/**
 * Crops that are being labeled. {@link StartLabeling} makes one. Crops are
 * known by their index, 0-based in the order of the source.
 * <p>
 * Thread-safe. Every method but {@link #thumbnail}, {@link #exportFolders},
 * {@link #save} and {@link #close} returns at once and may be called on the
 * event thread: pixels are read, features and predictions computed, and files
 * written on threads of the session's own. What a method returns is a copy, or
 * never changes.
 * <p>
 * A prediction never becomes a label by itself: only {@link #label} makes one.
 */
public interface LabelSession extends AutoCloseable {

	/** Longest side of a thumbnail in pixels. */
	int THUMBNAIL_SIDE = 96;

	/** @return for the title of a window */
	String title();

	/** @return how many crops there are, at least one */
	int size();

	/**
	 * @param crop its index
	 * @return what it is
	 */
	Crop crop(int crop);

	/**
	 * Gives a small picture, from memory where it was made before; else the crop
	 * is read, which may take long: not for the event thread. Any number of
	 * threads may ask.
	 *
	 * @param crop its index
	 * @return no side longer than {@link #THUMBNAIL_SIDE}; a smaller crop keeps
	 *         its size
	 * @throws IOException with a reason for the user, if it cannot be read; the
	 *           crop then has a problem from now on
	 */
	Thumbnail thumbnail(int crop) throws IOException;

	/** @return the classes in a fixed order, new ones behind the others */
	List<LabelClass> classes();

	/**
	 * Adds a class behind the others. One that is there already stays as it is.
	 *
	 * @param label its name, not blank
	 * @return the class
	 * @throws UserFailure if the name is blank, has a line break, or differs from
	 *           another only by case or spaces
	 */
	LabelClass addClass(String label);

	/**
	 * Calls a class differently; its labels go with it. Cannot be undone by
	 * {@link #undo}, but by another renaming.
	 *
	 * @param from a class
	 * @param to its new name
	 * @return done when it is on the disk
	 * @throws UserFailure as {@link #addClass}, or if there is a class of the new
	 *           name
	 */
	CompletableFuture<Void> renameClass(String from, String to);

	/**
	 * Takes a class away that no crop has.
	 *
	 * @param label of it
	 * @throws UserFailure if a crop has it
	 */
	void removeClass(String label);

	/**
	 * Gives crops a class, whatever they had before; one step for undo. What was
	 * told by {@link #state} is changed when this returns.
	 *
	 * @param crops indices; may be empty; those that cannot be read are left out
	 * @param label one of the classes
	 * @return done when every one of these labels is on the disk, so that neither
	 *         a killed program nor a crash of the system loses it; with an
	 *         {@link IOException} when it could not be written. Need not be
	 *         waited for: a listener hears of trouble too
	 * @throws UserFailure if there is no such class, or the session is closed
	 */
	CompletableFuture<Void> label(int[] crops, String label);

	/**
	 * Takes the labels of crops away; one step for undo.
	 *
	 * @param crops indices; those without a label are left out
	 * @return as {@link #label}
	 */
	CompletableFuture<Void> unlabel(int[] crops);

	/** @return whether there is a step to take back */
	boolean canUndo();

	/** @return whether a step was taken back last */
	boolean canRedo();

	/**
	 * Takes the last step back, on the disk too.
	 *
	 * @return indices of the crops it was about, to be shown; empty if none
	 */
	int[] undo();

	/**
	 * Makes the step again that was taken back last.
	 *
	 * @return indices of the crops it was about; empty if none
	 */
	int[] redo();

	/**
	 * Leaves crops out of proposals and groups until the session ends, as their
	 * class cannot be told. They have no label then; it is a step that can be
	 * taken back.
	 *
	 * @param crops indices
	 */
	void putOff(int[] crops);

	/** Takes back all of {@link #putOff}. */
	void putBack();

	/**
	 * @param crop its index
	 * @return what is known of it now
	 */
	CropState state(int crop);

	/** @return how many crops are what */
	LabelCounts counts();

	/**
	 * Sorts all crops by what is known now. The order does not change by itself
	 * while somebody works: ask again, for instance on
	 * {@link LabelListener#predictionsChanged}, when the user wants it.
	 *
	 * @param by how
	 * @return indices of all crops
	 */
	int[] order(CropOrder by);

	/**
	 * Tells what to label next: crops of which much is to be learned, unlike each
	 * other, the best first. At the beginning these are typical ones of all
	 * kinds.
	 *
	 * @param most so many, at least 1
	 * @return indices; never one that has a label now, a problem, or was put off;
	 *         fewer when there are no more
	 */
	int[] proposals(int most);

	/**
	 * Tells which crops can be confirmed together, the most useful group first.
	 *
	 * @return each crop in at most one group; never one that has a label now, a
	 *         problem, or was put off
	 */
	List<AlikeCrops> groups();

	/**
	 * @return done when predictions, proposals and groups know all labels that
	 *         were given until now, and all features that there are; the forecast
	 *         may follow later
	 */
	CompletableFuture<Void> settled();

	/** @return what more labels would bring, as of the last predictions */
	LabelForecast forecast();

	/** @return how far the features are */
	FeatureStage features();

	/** Stops computing features; labels can still be given. */
	void cancelFeatures();

	/** Goes on with computing features after it was stopped or failed. */
	void resumeFeatures();

	/**
	 * @return where the labels are saved: a list of labeled images that training
	 *         reads ({@code images=FILE}); it appears with the first label
	 */
	Path file();

	/**
	 * Compares the labels with those of somebody else; reads a file, so it may
	 * take a moment.
	 *
	 * @param other the labels of the other annotator
	 * @return agreement and conflicts
	 * @throws UserFailure if that is no list of labels, or no crop has a label in
	 *           both
	 * @throws IOException if it cannot be read
	 */
	AnnotatorAgreement compareWith(Path other) throws IOException;

	/**
	 * Copies crops into class folders, pixels as they are, which training reads
	 * too. Confirmed crops only, unless predictions are asked for.
	 *
	 * @param folder gets one folder for each class; must be new or empty
	 * @param leastProbability predicted crops that are at least so sure are
	 *          copied too, 0 to 1; empty, the default, for confirmed ones only
	 * @param progress shows and cancels
	 * @return what came of it; crops that could not be copied with the reason
	 * @throws UserFailure if the folder cannot be used, or nothing is confirmed
	 * @throws IOException if the disk fails
	 */
	ExportedCrops exportFolders(Path folder, Optional<Double> leastProbability,
		Progress progress) throws IOException;

	/** @param listener hears of changes from now on */
	void addListener(LabelListener listener);

	/** @param listener hears of nothing any more */
	void removeListener(LabelListener listener);

	/**
	 * Tries to bring to the disk what is not there yet, and waits for it; not for
	 * the event thread. Labels that could not be written stay in the session.
	 *
	 * @throws IOException if something could not be written, with the reason
	 */
	void save() throws IOException;

	/**
	 * Waits until all labels are on the disk, and ends all threads.
	 *
	 * @throws IOException if labels could not be written, with their number
	 */
	@Override
	void close() throws IOException;

	/**
	 * What came of an export.
	 *
	 * @param confirmed crops copied of each class, in the order of the classes
	 * @param predicted crops copied of each class that are predictions only
	 * @param problems name of each crop that could not be copied, and why
	 */
	record ExportedCrops(Map<String, Integer> confirmed,
			Map<String, Integer> predicted, Map<String, String> problems)
	{
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.ui.GroupsDialog;
import io.github.cnnclassifier.workflow.train.GroupQuestion;

/**
 * Which labeled images a command divides, and which of them belong together.
 */
abstract class LabeledInputs extends ClassifierCommand {

	@Parameter(label = InputText.LABELED_IMAGES, style = FOLDER_OR_TABLE,
		description = InputText.LABELED_IMAGES_HELP)
	private File images;

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = InputText.CORRECTIONS, choices = { "use", "ignore" },
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = InputText.CORRECTIONS_HELP)
	private String corrections = "use";

	@Parameter(label = "Groups (auto, none, folder, column or a pattern)",
		columns = 20, attrs = @Attr(name = OFFERED,
			value = "auto,none,folder,column,animal,slide,well,field,parent,stem," +
				"series,copy"), persist = false,
		description = "Images that belong together, such as those of one animal, " +
			"slide or well, stay on one side of the split; animal, slide, well, field, " +
			"parent, stem, series and copy take them from the names; a pattern is a " +
			"regular expression whose first bracket group is the name of the group")
	private String groups = GroupingRule.AUTO;

	@Parameter(label = "Divide groups where there is no other way",
		persist = false,
		description = "The figures are then too good, and the model says so")
	private boolean allowLeak = false;

	private boolean groupsDecided;

	/** @param title of messages */
	LabeledInputs(final String title) {
		super(title);
	}

	/**
	 * @return where the images are
	 * @throws WrongUsage if nothing is named
	 */
	final Path images() {
		return required("images", images);
	}

	/** @return their name for titles; only if something is named */
	final String nameOfImages() {
		return nameOf(images);
	}

	/** @return classes to leave out */
	final Set<String> excluded() {
		return names(exclude);
	}

	/**
	 * @return whether a list of corrections counts
	 * @throws WrongUsage if it is none of the choices
	 */
	final CorrectionUse corrections() {
		return CorrectionUse.parse(corrections);
	}

	/**
	 * @return which images belong together
	 * @throws WrongUsage if it is no such rule
	 */
	final GroupingRule grouping() {
		return GroupingRule.parse(groups);
	}

	/** @return whether groups may be divided where there is no other way */
	final boolean allowsLeak() {
		return allowLeak;
	}

	/** A person has seen what was guessed, and is not asked again. */
	final void setGroupsDecided() {
		groupsDecided = true;
	}

	/**
	 * @return asked about guessed groups; what a person answers becomes the
	 *         input, so that it is recorded
	 */
	final GroupQuestion groupQuestion() {
		if (!isFromDialog() || groupsDecided) return GroupQuestion.UNASKED;
		return guess -> {
			final GroupQuestion.Answer answer = new GroupsDialog().ask(guess);
			if (answer == GroupQuestion.Answer.SEPARATE) groups = GroupingRule.NONE;
			return answer;
		};
	}
}


package io.github.cnnclassifier.imagej.roi;

import java.util.List;

import ij.Prefs;
import ij.gui.Roi;

/**
 * ImageJ has one list of names of ROI groups for all images, which it keeps
 * between sessions. Names that a user gave are never changed.
 */
final class GroupNames {

	private static final String OURS = "cnn-classifier.groups";

	private GroupNames() {}

	/**
	 * Calls the groups from 1 on after the answers, unless they have names of the
	 * user.
	 *
	 * @param answers of a classifier, in order
	 * @return whether the groups are called so now
	 */
	static boolean set(final List<String> answers) {
		// ImageJ separates them by commas
		final List<String> names = answers.stream().limit(RoiGroups.MOST).map(
			name -> name.replace(',', ';')).toList();
		final String before = Roi.getGroupNames();
		final boolean free = before == null || before.replace(",", "").isBlank() ||
			before.equals(Prefs.get(OURS, ""));
		if (!free) return areCalled(names);
		Roi.setGroupNames(String.join(",", names));
		Prefs.set(OURS, String.join(",", names));
		return true;
	}

	private static boolean areCalled(final List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			if (!names.get(i).equals(Roi.getGroupName(i + 1))) return false;
		}
		return true;
	}
}

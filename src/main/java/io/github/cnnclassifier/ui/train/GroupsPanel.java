
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;

import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.ui.GroupsDialog;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.train.GuessedGroups;

/**
 * The question whether guessed groups are right, where it is decided: beside
 * the images. Not to be seen unless something was guessed. Used on the event
 * thread.
 */
final class GroupsPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;

	private final JRadioButton use = new JRadioButton();
	private final JRadioButton separate = new JRadioButton(
		"each image by itself");
	private final JButton show = new JButton("Show groups\u2026");
	private transient GuessedGroups guess;

	/** @param decided told of each decision */
	GroupsPanel(final Runnable decided) {
		super(new BorderLayout());
		final JLabel what = new JLabel("Belongs together:");
		use.putClientProperty("html.disable", Boolean.TRUE);
		final ButtonGroup both = new ButtonGroup();
		both.add(use);
		both.add(separate);
		use.setSelected(true);
		use.addActionListener(event -> decided.run());
		separate.addActionListener(event -> decided.run());
		separate.getAccessibleContext().setAccessibleDescription(
			"no image has another one that it belongs to");
		show.addActionListener(event -> JOptionPane.showMessageDialog(this,
			GroupsDialog.table(guess), "How the groups are divided",
			JOptionPane.PLAIN_MESSAGE));
		final JPanel row = new WrappingRow(FlowLayout.LEFT, GAP, 0);
		row.add(what);
		row.add(use);
		row.add(separate);
		row.add(show);
		add(row);
		setVisible(false);
	}

	/**
	 * @param found what was guessed
	 */
	void show(final GuessedGroups found) {
		guess = found;
		use.setText(Counted.of(found.groups(), "group", "groups") + " by " +
			withoutBrackets(found.kind()) + " in the name");
		final String example = "By " + found.kind() + ": '" + found.image() +
			"' belongs to '" + found.group() +
			"'. Images of one group stay on one side, as images that " +
			"are alike make figures too good.";
		use.setToolTipText(Plain.text(example));
		use.getAccessibleContext().setAccessibleDescription(example);
		setVisible(true);
	}

	/** What stands in brackets explains; there is room for it in the tool tip. */
	private static String withoutBrackets(final String kind) {
		return kind.replaceFirst(" \\(.*", "");
	}

	/** Other images have other groups. */
	void forget() {
		guess = null;
		use.setSelected(true);
		setVisible(false);
	}

	/** @return whether there was a guess, and somebody does not agree */
	boolean isSeparate() {
		return guess != null && separate.isSelected();
	}
}

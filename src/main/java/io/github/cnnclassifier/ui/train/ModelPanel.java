
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.Set;

import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import io.github.cnnclassifier.ui.TextChanges;
import io.github.cnnclassifier.ui.TextUndo;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.train.ModelPlace;

/** Name and folder of the new model. Used on the event thread. */
final class ModelPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int NAME_COLUMNS = 16;
	private static final int FOLDER_COLUMNS = 26;
	private static final int GAP = 6;
	private static final int WIDEST_OFFER = 220;

	private final JTextField name = new JTextField(NAME_COLUMNS);
	private final JTextField folder = new JTextField(ModelsFolder.ofUser()
		.toString(), FOLDER_COLUMNS);
	private final JButton free = new JButton();
	/** What was filled in by itself; what somebody typed stays. */
	private String proposed = "";
	/** By the button. */
	private String offered = "";
	private transient Set<Path> inUse = Set.of();

	/** @param changed told of each change */
	ModelPanel(final Runnable changed) {
		super(new BorderLayout());
		final JPanel names = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		label("Name of the model:", name, names);
		names.add(name);
		label("in", folder, names);
		name.getAccessibleContext().setAccessibleName("Name of the model");
		name.setToolTipText("The ending .zip is added");
		folder.getAccessibleContext().setAccessibleName("Folder of the model");
		final JButton browse = new JButton("Change\u2026");
		browse.getAccessibleContext().setAccessibleName(
			"Change the folder of the model");
		browse.addActionListener(event -> browse());
		free.addActionListener(event -> name.setText(offered));
		free.setVisible(false);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		buttons.add(browse);
		buttons.add(free);
		final GridBagConstraints at = new GridBagConstraints();
		at.weightx = 1;
		at.fill = GridBagConstraints.HORIZONTAL;
		final JPanel middle = new JPanel(new GridBagLayout());
		middle.add(folder, at);
		// the folder alone gives way where there is little room
		add(inTheMiddle(names), BorderLayout.WEST);
		add(middle);
		add(inTheMiddle(buttons), BorderLayout.EAST);
		TextUndo.in(name);
		TextUndo.in(folder);
		TextChanges.follow(name, changed);
		TextChanges.follow(folder, changed);
	}

	/** Of the height, as the folder is: what is low is not above it. */
	private static JPanel inTheMiddle(final JPanel row) {
		final JPanel place = new JPanel(new GridBagLayout());
		place.add(row);
		return place;
	}

	private static void label(final String text, final JTextField of,
		final JPanel row)
	{
		final JLabel label = new JLabel(text);
		label.setLabelFor(of);
		row.add(label);
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(new File(folder.getText()));
		chooser.setDialogTitle("Folder of the model");
		chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION)
			folder.setText(chooser.getSelectedFile().getPath());
	}

	/** @return as it is typed */
	ModelPlace place() {
		return new ModelPlace(folder.getText(), name.getText(), inUse);
	}

	/** @param files that trainings which have not ended are going to write */
	void setInUse(final Set<Path> files) {
		inUse = Set.copyOf(files);
	}

	/**
	 * Fills the name in, unless somebody has typed another one.
	 *
	 * @param other a name that is free
	 */
	void propose(final String other) {
		if (isTyped()) return;
		proposed = other;
		name.setText(other);
	}

	/** @return whether somebody has typed a name */
	boolean isTyped() {
		return !name.getText().isBlank() && !name.getText().equals(proposed);
	}

	/** @param place of the model, as if somebody had typed it */
	void set(final ModelPlace place) {
		folder.setText(place.folder());
		name.setText(place.name());
	}

	/** @param other a free name to offer; null for none */
	void offer(final String other) {
		free.setVisible(other != null);
		if (other == null) return;
		offered = other;
		final String words = "Use \"" + other + "\"";
		free.setText(words);
		free.setToolTipText(words);
		free.setPreferredSize(null);
		final Dimension size = free.getPreferredSize();
		free.setPreferredSize(new Dimension(Math.min(size.width, WIDEST_OFFER),
			size.height));
	}
}

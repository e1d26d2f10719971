//! A few rows of the fact tables, copied by hand.

use crate::checker::Facts;

const PMD: &str = "\
pmd,status,mode,fiber_type,max_reach_m,channel_insertion_loss_db,connector_loss_allocation_db,mdi_connector,fibers_used,endface,tx_positions,rx_positions,alpha_clause_db_km,speed_g,min_channel_loss_db
40GBASE-SR4,published,MMF,OM3,100,1.9,1.5,MPO-12,8,PC/UPC,Tx 1-4,Rx 9-12,3.5
40GBASE-SR4,published,MMF,OM4,150,1.5,1.0,MPO-12,8,PC/UPC,Tx 1-4,Rx 9-12,3.5,40,
40GBASE-ER4,published,SMF,OS2,40000,18.5,2.0,LC duplex,2,PC/UPC,n/a (duplex),n/a (duplex),0.4,40,9.0
100GBASE-SR10,published,MMF,OM3,100,1.9,1.5,MPO-24,20,PC/UPC,Tx 2-11 of lower row (one 2x12 array),Rx 2-11 of upper row (one 2x12 array),3.5
100GBASE-SR10,published,MMF,OM4,150,1.5,1.0,MPO-24,20,PC/UPC,Tx 2-11 of lower row (one 2x12 array),Rx 2-11 of upper row (one 2x12 array),3.5
400GBASE-SR4.2,published,MMF,OM4,100,1.8,1.5,MPO-12,8,PC/UPC,\"1-4 and 9-12, every fiber bidirectional (one wavelength out)\",\"1-4 and 9-12, every fiber bidirectional (other wavelength in)\",3.0
400GBASE-VR4,published,MMF,OM4,50,1.7,1.5,MPO-12,8,APC,Tx 1-4,Rx 9-12,3.0
800G 2xSR4 / 2xVR4 (dual MPO-12 OSFP),proprietary,MMF,OM4,50,,,2xMPO-12,16,APC,Tx 1-4 in each MPO-12,Rx 9-12 in each MPO-12,3.0
400GBASE-DR4,published,SMF,OS2,500,3.0,2.75,MPO-12,8,APC,Tx 1-4,Rx 9-12,0.4,400,
100GBASE-DR,published,SMF,OS2,500,3.0,2.75,LC duplex,2,PC/UPC,n/a (duplex),n/a (duplex),0.4
400GBASE-FR4,published,SMF,OS2,2000,4.0,3.0,LC duplex,2,PC/UPC,n/a (duplex),n/a (duplex),0.4
800GBASE-DR8,published,SMF,OS2,500,3.0,2.75,MPO-16,16,APC,Tx 1-8,Rx 9-16,0.4
800G 2xDR4 (dual MPO-12 OSFP),proprietary,SMF,OS2,500,3.0,2.75,2xMPO-12,16,APC,Tx 1-4 in each MPO-12,Rx 9-12 in each MPO-12,0.4
800G 2xFR4,proprietary,SMF,OS2,2000,4.0,3.0,2xLC,4,PC/UPC,n/a (duplex x2),n/a (duplex x2),0.4
400GBASE-SR16,published,MMF,OM4,100,1.9,1.5,MPO-32,32,PC/UPC,Tx one row of 16,Rx other row of 16,3.5
";

const MODULES: &str = "\
vendor,part_number,application,ports,connector,end_face,fibers,mode,reach_om3_m,reach_om4_m,reach_om5_m,reach_os2_m
NVIDIA,MMS4X00-NS400,400GBASE-DR4,1,MPO-12,APC,8,SMF,,,,100
";

const BREAKOUTS: &str = "\
from_application_or_module,to_application,legs,supported
400GBASE-DR4,100GBASE-DR,4,yes
800G 2xSR4 / 2xVR4 (dual MPO-12 OSFP),400GBASE-VR4,2,yes
800G 2xDR4 (dual MPO-12 OSFP),100GBASE-DR,8,yes
800GBASE-DR8,400GBASE-DR4,2,yes
";

const PARTS: &str = "\
id,kind,rear,rear_count,front,front_count,fibers,duplex_ports,map,slots,capacity_slots,rack_units,note
panel-12xmpo,adapterPanel,MPO,12,MPO,12,,,,1,,,
cassette-8f-u,cassette,MPO-8,1,LC duplex,4,8,4,,1,,,
cassette-12f-u,cassette,MPO-12,1,LC duplex,6,12,6,,1,,,
harness-8f-4lc,harness,MPO-8,1,LC duplex,4,8,4,,,,,
enclosure-1u,enclosure,,,,,,,,,4,1,
";

const CONNECTORS: &str = "\
family,grade,mode,endface,il_typ_db,il_max_db
MTP,Elite,SM,APC,0.1,0.35
";

/// The rows above as facts.
pub(super) fn facts() -> Facts {
    Facts::from_texts(PMD, MODULES, BREAKOUTS, PARTS, CONNECTORS).expect("the rows are CSV")
}
